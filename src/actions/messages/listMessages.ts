import { gorgiasAction } from "../../action";
import type { TicketMessage } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listMessagesExample } from "./examples";
import { ticketFilter } from "./inputs";

const field = fieldsOf("list-messages");
const { cursor, fetchAll, limit } = paging("list-messages", "messages");

export const listMessages = gorgiasAction({
  operation: "list-messages",
  display: {
    label: "List Messages",
    description: "List messages matching the given parameters.",
  },
  reads: true,
  inputs: {
    connection,
    cursor,
    debugRequest,
    fetchAll,
    limit,
    order_by: field("order_by", {
      label: "Order By",
      comments: "Attribute used to order messages.",
      example: "created_datetime:desc",
      choices: ["created_datetime:desc", "created_datetime:asc"],
    }),
    ticket_id: field("ticket_id", { ...ticketFilter, dataSource: "selectTicket" }),
  },
  perform: async (client, inputs) => ({
    data: await listRecords<TicketMessage>(client, path`/messages`, inputs),
  }),
  examplePayload: listMessagesExample,
});
