import type { components } from "../../../contract/generated/gorgias";

export type MetricCard = components["schemas"]["MetricCard"];
