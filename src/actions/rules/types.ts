import type { components } from "../../../contract/generated/gorgias";

export type Rule = components["schemas"]["Rule"];
