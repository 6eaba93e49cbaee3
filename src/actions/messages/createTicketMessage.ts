import { InputError } from "../../errors";
import { attachments, source } from "../../inputs/messageParts";
import { person } from "../../inputs/people";
import { operationAction } from "../../operationAction";
import { formatValue } from "../../text";
import { warnOfMail } from "./accidentalMail";
import { createTicketMessageExample } from "./examples";
import { messageTicketId } from "./inputs";
import { rareMessageFields } from "./rareMessageFields";

const MOMENT = "2020-01-27T10:42:21.468912";

export const createTicketMessage = operationAction("POST /tickets/{ticket_id}/messages", {
  display: { label: "Create Ticket Message", description: "Create a message for a ticket." },
  creates: { what: "message", lookWith: "List Messages (Ticket ID)" },
  inputs: {
    action: {
      label: "Action",
      comments: "Policy applied on external actions associated with the message if they failed.",
      example: "force",
      rare: true,
    },
    attachments: {
      label: "Attachments",
      comments: "A list of files attached to the message.",
      example:
        '[{"url": "https://uploads.gorgias.io/8xA2/invoice.pdf", "name": "invoice.pdf", "content_type": "application/pdf", "size": 48213}]',
      as: attachments,
    },
    body_html: {
      label: "Body HTML",
      comments: "The full HTML version of the body of the message, if any.",
      example:
        "Hello,<br><br> I can't place an order on your site, it says: I don't have enough credit.<br> How can I add some credits?<br><br> Cheers,<br> John Doe",
    },
    body_text: {
      label: "Body Text",
      comments: "The full text version of the body of the message, if any.",
      example:
        "Hello, I can't place an order on your site, it says: I don't have enough credit. How can I add some credits? Cheers, John Doe",
    },
    channel: {
      label: "Channel",
      comments: "The channel where the message was sent.",
      example: "aircall",
      required: true,
    },
    created_datetime: {
      label: "Created Date",
      comments: "When the message was created.",
      example: MOMENT,
      rare: true,
    },
    external_id: {
      label: "External ID",
      comments:
        "ID of the message in a foreign system (Aircall, Zendesk, etc...). This field is not used by Gorgias, feel free to set it as you wish.",
      example: "MSG-78545",
      rare: true,
    },
    failed_datetime: {
      label: "Failed Date",
      comments: "When the message failed to be sent.",
      example: MOMENT,
      rare: true,
    },
    from_agent: {
      label: "From Agent",
      comments: "Whether the message was sent by your company to a customer, or the opposite.",
      example: "true",
      default: "false",
      as: { type: "boolean" },
    },
    message_id: {
      label: "Message ID",
      comments:
        "ID of the message on the service that send the message.It can be the ID of an email, a Messenger message, a Facebook comment, etc...",
      example: "<123345676453.2445.234@web>",
      rare: true,
    },
    receiver: {
      label: "Receiver ID",
      comments:
        "The primary receiver of the message. It can be a user or a customer. Optional when the source type is 'internal-note'.",
      example: '{"id": 3924}',
      as: person,
    },
    sender: {
      label: "Sender",
      comments: "The person who sent the message. It can be a user or a customer.",
      example: '{"id": 567}',
      as: person,
    },
    sent_datetime: {
      label: "Sent Date",
      comments: "When the message was sent. If omitted, the message will be sent by Gorgias.",
      example: MOMENT,
    },
    source: {
      label: "Source",
      comments:
        "Information used to route the message. It contains the names and the addresses of the sender and receivers. https://developers.gorgias.com/reference/create-ticket-message",
      example:
        '{"type": "aircall", "from": {"name": "Support", "address": "+14155550100"}, "to": [{"name": "John Smith", "address": "+14155550123"}]}',
      required: true,
      as: source,
    },
    subject: {
      label: "Subject",
      comments: "The subject of the message.",
      example: "Order issue",
    },
    ticket_id: messageTicketId,
    ...rareMessageFields,
    via: {
      label: "Via",
      comments: "How the message has been received, or sent from Gorgias.",
      example: "aircall",
      required: true,
    },
  },
  examplePayload: createTicketMessageExample,
  prepare: ({ from_agent = false, ...given }, client) => {
    const message = { ...given, from_agent };
    checkInternalNote(message);
    warnOfMail(client.logger, "Create Ticket Message", message);
    return { from_agent };
  },
});

/**
 * An internal note is an agent's and has no receiver: Gorgias refuses any other (contract,
 * `MessageCreate`).
 */
function checkInternalNote(message: {
  channel: string;
  from_agent: boolean;
  receiver?: unknown;
}): void {
  if (message.channel !== "internal-note") {
    return;
  }
  if (!message.from_agent) {
    throw new InputError('From Agent must be true when Channel is "internal-note"; given false.', {
      input: "From Agent",
      given: "false",
    });
  }
  if (message.receiver !== undefined) {
    throw new InputError(
      `Receiver ID must be empty when Channel is "internal-note"; given ${formatValue(message.receiver)}.`,
      { input: "Receiver ID", given: formatValue(message.receiver) },
    );
  }
}
