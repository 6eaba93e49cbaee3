import type { components } from "../../../contract/generated/gorgias";

export type Job = components["schemas"]["Job"];
