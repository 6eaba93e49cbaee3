import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { metricCardExample } from "./examples";
import type { MetricCard } from "./types";

export const getMetricCard = gorgiasAction({
  operation: "get-metric-card",
  display: {
    label: "Get Metric Card",
    description: "Retrieve the definition of a metric that Gorgias reports.",
  },
  reads: true,
  inputs: {
    connection,
    slug: fieldsOf("get-metric-card")("slug", {
      label: "Slug",
      comments: "Short name of the metric, as Search Metric Cards returns it.",
      example: "closed-tickets",
      required: true,
    }),
    debugRequest,
  },
  perform: async (client, { slug }) => ({
    data: await client.get<MetricCard>(path`/metric-cards/${slug}`),
  }),
  examplePayload: metricCardExample,
});
