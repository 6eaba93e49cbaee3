import { gorgiasAction } from "../../action";
import type { Ticket } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { getTicketExample } from "./examples";
import { ticketId } from "./inputs";

export const getTicket = gorgiasAction({
  operation: "get-ticket",
  display: { label: "Get Ticket", description: "Retrieve a ticket." },
  reads: true,
  inputs: {
    connection,
    debugRequest,
    id: ticketId("get-ticket"),
    relationships: fieldsOf("get-ticket")(
      "relationships",
      {
        label: "Relationships",
        comments: "Names of relations that should be included in returned data.",
        example: "custom_fields",
      },
      { choices: undefined },
    ),
  },
  perform: async (client, { id, relationships }) => ({
    data: await client.get<Ticket>(path`/tickets/${id}`, { params: { relationships } }),
  }),
  examplePayload: getTicketExample,
});
