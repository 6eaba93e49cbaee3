import { gorgiasAction } from "../../../action";
import type { GorgiasClient } from "../../../client";
import type { Schemas } from "../../../contract/types";
import { fieldsOf } from "../../../inputs/input";
import { noteExample } from "../examples";
import { contentInputs, messageExternalId, senderId, writtenTicketId } from "../inputs";
import { requireOneOf } from "../requireOneOf";
import type { NewMessage } from "../types";
import { completeBodies } from "./bodies";
import { writeMessage } from "./writeMessage";
import { writtenBefore } from "./writtenBefore";

/** What makes a message a note: it has no receiver, and no channel that leaves the account. */
const NOTE = {
  channel: "internal-note",
  via: "api",
  from_agent: true,
  public: false,
  source: { type: "internal-note" },
} satisfies Partial<NewMessage>;

export const addInternalNote = gorgiasAction({
  answers: "POST /tickets/{ticket_id}/messages",
  display: {
    important: true,
    label: "Add Internal Note",
    description: "Write a note in a ticket that only users of the account see.",
  },
  reads: false,
  inputs: {
    ticket_id: writtenTicketId,
    ...contentInputs("note"),
    external_id: messageExternalId("note"),
    sender_id: senderId,
    mention_ids: fieldsOf("POST /tickets/{ticket_id}/messages")("mention_ids", {
      label: "Mention IDs",
      comments: "The IDs of users to mention in the note: Gorgias notifies them.",
      example: "567",
      dataSource: "selectUser",
    }),
  },
  perform: async (client, { ticket_id, sender_id, ...content }) => {
    requireOneOf({ "Body Text": content.body_text, "Body HTML": content.body_html });
    const { external_id } = content;
    const written = await noteWrittenBefore(client, ticket_id, external_id);
    if (written) {
      client.logger.info(`Ticket ${ticket_id} holds this note already: message ${written.id}.`);
      return { data: written };
    }
    const sender = sender_id === undefined ? undefined : { id: sender_id };
    const note = { ...content, ...completeBodies(content), ...NOTE, sender };
    return { data: await writeMessage(client, ticket_id, note, "note") };
  },
  examplePayload: noteExample,
});

/** The ticket is read only when there is something to look for in it. */
async function noteWrittenBefore(
  client: GorgiasClient,
  ticket_id: number,
  external_id: string | undefined,
): Promise<Schemas["TicketMessage"] | undefined> {
  if (external_id === undefined) {
    return undefined;
  }
  const { messages } = await client.request("GET /tickets/{id}", { id: ticket_id });
  return writtenBefore(messages, external_id, "note");
}
