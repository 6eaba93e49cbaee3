import type { RouteRecord } from "../../contract/routes";
import type { Schemas } from "../../contract/types";
import type { ListEnvelope } from "../../lists";

const view: Schemas["View"] = {
  id: 21,
  uri: "/api/views/21/",
  category: "user",
  created_datetime: "2025-02-07T09:55:18.064317+00:00",
  deactivated_datetime: null,
  decoration: { emoji: "📥" },
  fields: ["details", "tags", "subject", "created"],
  filters: "eq(ticket.status, 'open')",
  filters_ast: null,
  name: "Open returns",
  order_by: "updated_datetime",
  order_dir: "desc",
  search: null,
  section_id: null,
  shared_with_teams: [{ id: 12, name: "Returns" }],
  shared_with_users: [{ id: 93, name: "Jane Doe" }],
  slug: "open-returns",
  type: "ticket-list",
  visibility: "shared",
};

export const viewExample = { data: view };

export const listViewsExample: { data: ListEnvelope<Schemas["View"]> } = {
  data: {
    object: "list",
    uri: "/api/views",
    data: [view],
    meta: { prev_cursor: null, next_cursor: null },
  },
};

export function viewItemsExample(viewId: number): {
  data: ListEnvelope<RouteRecord<"GET /views/{view_id}/items">>;
} {
  return {
    data: {
      object: "list",
      uri: `/api/views/${viewId}/items`,
      data: [
        {
          id: 1234567890,
          uri: "/api/tickets/1234567890/",
          subject: "Can I get a refund?",
          status: "open",
          channel: "email",
          created_datetime: "2025-02-07T09:55:18.064317+00:00",
          updated_datetime: "2025-02-08T14:20:41.502113+00:00",
        },
      ],
      meta: {
        prev_cursor: null,
        next_cursor: null,
        prev_items: null,
        next_items: `/api/views/${viewId}/items?cursor=cHJldl9fNl9fMjAyMS0wMy0wMyAwNjowMDowMA%3D%3D&ignored_item=1234567890`,
      },
    },
  };
}
