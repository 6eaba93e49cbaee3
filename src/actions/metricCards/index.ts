export { getMetricCard } from "./getMetricCard";
export { searchMetricCards } from "./searchMetricCards";
