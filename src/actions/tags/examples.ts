import type { Schemas } from "../../contract/types";
import type { ListEnvelope } from "../../lists";

export const tagExample: { data: Schemas["Tag"] } = {
  data: {
    id: 201,
    name: "vip",
    description: "Customers with more than ten orders",
    decoration: { color: "#F58D86" },
    usage: 42,
    uri: "/api/tags/201/",
    created_datetime: "2025-02-07T09:55:18.064317+00:00",
    deleted_datetime: null,
  },
};

export const listTagsExample: { data: ListEnvelope<Schemas["Tag"]> } = {
  data: {
    object: "list",
    uri: "/api/tags",
    data: [tagExample.data],
    meta: { prev_cursor: null, next_cursor: null },
  },
};
