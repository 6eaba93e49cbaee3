import type { Schemas } from "../../contract/types";
import type { ListEnvelope } from "../../lists";

const metricCard: Schemas["MetricCard"] = {
  slug: "closed-tickets",
  category: "productivity",
  title: "Closed tickets",
  status: "published",
  definition_revised_at: "2025-02-07",
  public: {
    definition: "Number of tickets closed within the selected period.",
    formula: "count(closed tickets)",
    computation_logic: ["A ticket that was closed and opened again is not counted."],
  },
  api: {
    scope: "tickets-closed",
    measures: ["ticketCount"],
    dimensions: ["agentId", "channel"],
    filters: [{ name: "channel", operators: ["one-of"] }],
  },
  aliases: ["tickets-closed"],
  related: [{ slug: "open-tickets" }],
  replaces: [],
  used_in_reports: ["support-performance-overview"],
};

export const metricCardExample = { data: metricCard };

export const searchMetricCardsExample: { data: ListEnvelope<Schemas["MetricCard"]> } = {
  data: {
    object: "list",
    uri: "/api/metric-cards",
    data: [metricCard],
    meta: { prev_cursor: null, next_cursor: null },
  },
};
