import type { RouteRecord } from "../../contract/routes";
import type { ListEnvelope } from "../../lists";

export const statisticsExample: { data: ListEnvelope<RouteRecord<"POST /reporting/stats">> } = {
  data: {
    object: "list",
    uri: "/api/reporting/stats",
    data: [
      { createdDatetime: "2025-01-01T00:00:00.000", channel: "email", ticketCount: 41 },
      { createdDatetime: "2025-01-02T00:00:00.000", channel: "email", ticketCount: 37 },
    ],
    meta: {
      scope: "tickets-created",
      prev_cursor: null,
      next_cursor: null,
      total: 2,
      offset: 0,
      limit: 30,
    },
  },
};
