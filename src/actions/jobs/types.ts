import type { components } from "../../../contract/gorgias";

export type Job = components["schemas"]["Job"];
