import type { components } from "../../../contract/gorgias";

export type MetricCard = components["schemas"]["MetricCard"];
