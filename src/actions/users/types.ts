import type { components } from "../../../contract/gorgias";

export type User = components["schemas"]["User"];
