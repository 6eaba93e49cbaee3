import type { ListEnvelope } from "../../listing";
import { tagExample } from "../tags/examples";
import type { Tag } from "../tags/types";

export const listTicketTagsExample: { data: ListEnvelope<Tag> } = {
  data: {
    object: "list",
    uri: "/api/tickets/1234567890/tags",
    data: [tagExample.data],
    meta: { prev_cursor: null, next_cursor: null },
  },
};
