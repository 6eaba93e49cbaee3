import { operationAction } from "../../operationAction";
import { searchMetricCardsExample } from "./examples";

export const searchMetricCards = operationAction("GET /metric-cards", {
  display: {
    label: "Search Metric Cards",
    description: "Find the definitions of the metrics that Gorgias reports.",
  },
  inputs: {
    q: {
      label: "Search Text",
      comments: "Words to look for in the definitions. If left blank, all are returned.",
      example: "closed tickets",
    },
    category: {
      label: "Category",
      comments: "Only definitions of this category are returned; if left blank, all are.",
      example: "productivity",
    },
    status: {
      label: "Status",
      comments: "Only definitions with this status are returned.",
      example: "published",
    },
    include: {
      label: "Include",
      comments: "Choose deprecated to also return definitions that are no longer in use.",
      example: "deprecated",
    },
  },
  examplePayload: searchMetricCardsExample,
});
