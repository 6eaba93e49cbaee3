import type { components } from "../../../contract/gorgias";

export type Tag = components["schemas"]["Tag"];
