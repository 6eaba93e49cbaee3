import type { components } from "../../../contract/gorgias";

export type CustomField = components["schemas"]["CustomField"];
