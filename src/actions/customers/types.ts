import type { components } from "../../../contract/gorgias";

export type CustomerFieldValue = components["schemas"]["CustomerFieldValue"];
