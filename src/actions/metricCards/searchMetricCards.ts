import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { searchMetricCardsExample } from "./examples";
import type { MetricCard } from "./types";

const field = fieldsOf("search-metric-cards");

export const searchMetricCards = gorgiasAction({
  operation: "search-metric-cards",
  display: {
    label: "Search Metric Cards",
    description: "Find the definitions of the metrics that Gorgias reports.",
  },
  reads: true,
  inputs: {
    connection,
    q: field("q", {
      label: "Query",
      comments: "Words to look for in the definitions. If left blank, all are returned.",
      example: "closed tickets",
    }),
    category: field("category", {
      label: "Category",
      comments: "Only definitions of this category are returned; if left blank, all are.",
      example: "productivity",
    }),
    status: field("status", {
      label: "Status",
      comments: "Only definitions with this status are returned.",
      example: "published",
    }),
    include: field("include", {
      label: "Include",
      comments: "Choose deprecated to also return definitions that are no longer in use.",
      example: "deprecated",
    }),
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<MetricCard>(client, path`/metric-cards`, inputs),
  }),
  examplePayload: searchMetricCardsExample,
});
