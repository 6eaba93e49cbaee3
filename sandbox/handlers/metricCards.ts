import type { QueryOf } from "../contract/types";
import { notFound } from "../errors";
import { METRIC_CARDS, type MetricCard } from "../state/metricCards";
import type { Handlers } from "./handler";

export const metricCardHandlers: Handlers = {
  "search-metric-cards": ({ query }) => ({
    status: 200,
    body: { data: METRIC_CARDS.filter(matcher(query)) },
  }),

  "get-metric-card": ({ path: { slug } }) => {
    const card = METRIC_CARDS.find((candidate) => candidate.slug === slug);
    if (!card) {
      throw notFound("Metric card", slug);
    }
    return { status: 200, body: card };
  },
};

/** Deprecated cards are left out unless they are asked for. */
function matcher({
  category,
  status,
  q = "",
  include,
}: QueryOf<"search-metric-cards">): (card: MetricCard) => boolean {
  const text = q.toLowerCase();
  const statuses = status ? [status] : ["published", include];
  return (card) =>
    (category === undefined || card.category === category) &&
    statuses.includes(card.status) &&
    [card.slug, card.title, ...(card.aliases ?? [])].some((t) => t.toLowerCase().includes(text));
}
