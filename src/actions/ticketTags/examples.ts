import type { Schemas } from "../../contract/types";
import type { ListEnvelope } from "../../lists";
import { tagExample } from "../tags/examples";

export const listTicketTagsExample: { data: ListEnvelope<Schemas["Tag"]> } = {
  data: {
    object: "list",
    uri: "/api/tickets/1234567890/tags",
    data: [tagExample.data],
    meta: { prev_cursor: null, next_cursor: null },
  },
};
