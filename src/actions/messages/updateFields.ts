import { attachments, source } from "../../inputs/messageParts";
import { person } from "../../inputs/people";

const MOMENT = "2025-02-07T09:55:18.064317+00:00";

/** What an update of a message can change. */
export const updateFields = {
  channel: {
    label: "Channel",
    comments: "The channel of the message. If left blank, the message keeps its own.",
    example: "email",
  },
  from_agent: {
    label: "From Agent",
    comments:
      "Whether your company sent the message to a customer (true), or the opposite (false). If left blank, the message keeps its own.",
    example: "true",
  },
  action: {
    label: "Action",
    comments:
      "What to do with actions of the message that failed in other systems: force skips them, retry repeats them, cancel deletes the message.",
    example: "retry",
    rare: true,
  },
  attachments: {
    label: "Attachments",
    comments:
      "The files attached to the message, as a list of objects. The size in bytes is needed, and may be null.",
    example:
      '[{"url": "https://example.com/invoice.pdf", "name": "invoice.pdf", "size": 1200, "content_type": "application/pdf"}]',
    as: attachments,
  },
  body_html: {
    label: "Body HTML",
    comments: "The message in HTML.",
    example: "<p>Your order is on its way.</p>",
  },
  body_text: {
    label: "Body Text",
    comments: "The message in plain text.",
    example: "Your order is on its way.",
  },
  external_id: {
    label: "External ID",
    comments: "ID of the message in another system. Gorgias does not use it.",
    example: "MSG-78545",
    rare: true,
  },
  failed_datetime: {
    label: "Failed Date",
    comments: "When sending the message failed.",
    example: MOMENT,
    rare: true,
  },
  message_id: {
    label: "Service Message ID",
    comments:
      "ID of the message on the service that carried it, such as the Message-ID of an email.",
    example: "<123345676453.2445.234@web>",
    rare: true,
  },
  receiver: {
    label: "Receiver",
    comments:
      "Who the message is to: an object with the id or the email of a customer or a user, or only the ID.",
    example: '{"id": 3924}',
    as: person,
  },
  sender: {
    label: "Sender",
    comments:
      "Who the message is from: an object with the id or the email of a user or a customer, or only the ID.",
    example: '{"id": 93}',
    as: person,
  },
  sent_datetime: {
    label: "Sent Date",
    comments: "When the message was sent. If left blank, the message keeps its own.",
    example: MOMENT,
  },
  source: {
    label: "Source",
    comments: "How the message was routed: the names and addresses it came from and went to.",
    example:
      '{"type": "email", "from": {"name": "Support", "address": "support@example.com"}, "to": [{"name": "John Smith", "address": "john@example.com"}]}',
    as: source,
  },
  subject: {
    label: "Subject",
    comments: "The subject of the message.",
    example: "Your order",
  },
  via: {
    label: "Via",
    comments:
      "How the message came into Gorgias or left it. If left blank, the message keeps its own.",
    example: "email",
    rare: true,
  },
} as const;
