import { gorgiasAction } from "../../action";
import type { TicketMessage } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { requireOneOf } from "./alternatives";
import { noteExample } from "./examples";
import { messageContent, senderId, writtenTicketId } from "./inputs";
import type { NewMessage } from "./types";

/** What makes a message a note: it has no receiver, and no channel that leaves the account. */
const NOTE = {
  channel: "internal-note",
  via: "api",
  from_agent: true,
  public: false,
  source: { type: "internal-note" },
} satisfies Partial<NewMessage>;

export const addInternalNote = gorgiasAction({
  operation: "create-ticket-message",
  display: {
    label: "Add Internal Note",
    description: "Write a note in a ticket that only users of the account see.",
  },
  reads: false,
  inputs: {
    connection,
    ticket_id: writtenTicketId,
    ...messageContent("note"),
    sender_id: senderId,
    mention_ids: fieldsOf("create-ticket-message")("mention_ids", {
      label: "Mention IDs",
      comments: "The IDs of users to mention in the note: Gorgias notifies them.",
      example: "567",
    }),
    debugRequest,
  },
  perform: async (client, { ticket_id, sender_id, ...content }) => {
    requireOneOf({ "Body Text": content.body_text, "Body HTML": content.body_html });
    const sender = sender_id === undefined ? undefined : { id: sender_id };
    const note = { ...content, ...NOTE, sender };
    return {
      data: await client.post<TicketMessage>(path`/tickets/${ticket_id}/messages`, note, {
        creates: {
          what: "note",
          advice: "look with List Messages (Ticket ID) before you run this again",
        },
      }),
    };
  },
  examplePayload: noteExample,
});
