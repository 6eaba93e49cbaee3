import { gorgiasAction } from "../../action";
import type { TicketFieldValue } from "../../contract/types";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listTicketCustomFieldsExample } from "./examples";
import { customFieldsTicketId } from "./inputs";

export const listTicketCustomFields = gorgiasAction({
  operation: "list-ticket-custom-fields",
  output: "TicketFieldValue[]",
  display: {
    label: "List Ticket Custom Fields",
    description: "List all custom fields for a ticket.",
  },
  reads: true,
  inputs: {
    connection,
    debugRequest,
    ticket_id: customFieldsTicketId("list-ticket-custom-fields"),
  },
  perform: async (client, { ticket_id }) => {
    const values = path`/tickets/${ticket_id}/custom-fields`;
    return { data: (await listRecords<TicketFieldValue>(client, values, {})).data };
  },
  examplePayload: listTicketCustomFieldsExample,
});
