import type { components } from "../../../contract/generated/gorgias";

export type Tag = components["schemas"]["Tag"];
