/** Definitions of metrics; nothing changes them. */
import type { Schemas } from "../contract/types";

export type MetricCard = Readonly<Schemas["MetricCard"]>;

export const METRIC_CARDS: readonly MetricCard[] = [
  card("closed-tickets", "support-performance", "Closed tickets", "tickets-closed", [
    "ticketCount",
  ]),
  card("created-tickets", "support-performance", "Created tickets", "tickets-created", [
    "ticketCount",
  ]),
  card("first-response-time", "support-performance", "First response time", "first-response-time", [
    "medianFirstResponseTime",
  ]),
  card("resolution-time", "support-performance", "Resolution time", "resolution-time", [
    "medianResolutionTime",
  ]),
  card("average-csat", "satisfaction", "Average CSAT", "satisfaction-surveys", [
    "averageSurveyScore",
  ]),
  card("total-calls", "voice", "Total calls", "voice-calls", ["voiceCallsCount"]),
  {
    ...card("satisfaction-score", "satisfaction", "Satisfaction score", "satisfaction-surveys", [
      "averageSurveyScore",
    ]),
    status: "deprecated",
  },
];

function card(
  slug: string,
  category: string,
  title: string,
  scope: string,
  measures: string[],
): MetricCard {
  return {
    slug,
    category,
    title,
    status: "published",
    definition_revised_at: "2025-11-04",
    public: {
      definition: `${title} in the period.`,
      formula: measures.join(" + "),
      computation_logic: ["Trashed and spam tickets are left out."],
    },
    api: { scope, measures, dimensions: ["agentId", "channel"], filters: [] },
    aliases: [title.toLowerCase()],
    related: [],
    replaces: [],
    used_in_reports: ["Overview"],
  };
}
