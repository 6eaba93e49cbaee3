import type { components } from "../../../contract/generated/gorgias";

export type User = components["schemas"]["User"];
