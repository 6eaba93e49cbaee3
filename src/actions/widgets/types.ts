import type { components } from "../../../contract/generated/gorgias";

export type Widget = components["schemas"]["Widget"];
