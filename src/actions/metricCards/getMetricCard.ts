import { operationAction } from "../../operationAction";
import { metricCardExample } from "./examples";

export const getMetricCard = operationAction("GET /metric-cards/{slug}", {
  display: {
    label: "Get Metric Card",
    description: "Retrieve the definition of a metric that Gorgias reports.",
  },
  inputs: {
    slug: {
      label: "Slug",
      comments: "Short name of the metric, as Search Metric Cards returns it.",
      example: "closed-tickets",
      required: true,
    },
  },
  examplePayload: metricCardExample,
});
