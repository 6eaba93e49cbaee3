import type { components } from "../../../contract/gorgias";

export type Integration = components["schemas"]["Integration"];
