import type { components } from "../../../contract/gorgias";

export type Widget = components["schemas"]["Widget"];
