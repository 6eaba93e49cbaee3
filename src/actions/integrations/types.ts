import type { components } from "../../../contract/generated/gorgias";

export type Integration = components["schemas"]["Integration"];
