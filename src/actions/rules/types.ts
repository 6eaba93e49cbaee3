import type { components } from "../../../contract/gorgias";

export type Rule = components["schemas"]["Rule"];
