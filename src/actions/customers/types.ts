import type { components } from "../../../contract/generated/gorgias";

export type CustomerFieldValue = components["schemas"]["CustomerFieldValue"];
