import { gorgiasAction } from "../../action";
import type { TicketMessage } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest, fetchAll } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listMessagesExample } from "./examples";
import { ticketFilter } from "./inputs";

const field = fieldsOf("list-messages");

export const listMessages = gorgiasAction({
  display: {
    label: "List Messages",
    description: "List messages matching the given parameters.",
  },
  reads: true,
  inputs: {
    connection,
    cursor: field("cursor", {
      label: "Cursor",
      comments:
        "Value indicating your position in the list of all messages. If omitted, the first messages of the list will be returned.",
      example: "cHJldl9fNl9fMjAyMS0wMy0wMyAwNjowMDowMA==",
    }),
    debugRequest,
    fetchAll: fetchAll("messages"),
    limit: field("limit", {
      label: "Limit",
      comments: "Maximum number of messages to return. The max number allowed is 100.",
      example: "30",
    }),
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
