import type { components } from "../../../contract/generated/gorgias";

export type CustomField = components["schemas"]["CustomField"];
