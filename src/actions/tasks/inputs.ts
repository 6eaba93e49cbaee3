import { type Clean, integer } from "../../inputs/clean";
import { fieldsOf, input } from "../../inputs/input";
import { attachments } from "../../inputs/messageParts";

const updateField = fieldsOf("PUT /tickets/{id}");
const messageField = fieldsOf("POST /tickets/{ticket_id}/messages");

/** The ticket that a task changes. */
export const changedTicketId = updateField("id", {
  label: "Ticket ID",
  comments: "The ID of the ticket.",
  example: "353768814",
  required: true,
  dataSource: "selectTicket",
});

/** The ticket that a task writes a message in. */
export const writtenTicketId = messageField("ticket_id", {
  label: "Ticket ID",
  comments: "The ID of the ticket.",
  example: "353768814",
  required: true,
  dataSource: "selectTicket",
});

/** What a message says. @param message what it is called. */
export function contentInputs(message: "reply" | "note" | "message") {
  return {
    body_text: messageField("body_text", {
      label: "Body Text",
      comments: `The ${message} as plain text. Set this, Body HTML, or both; one is made from the other.`,
      example: "Hello John, your parcel left our warehouse this morning.",
    }),
    body_html: messageField("body_html", {
      label: "Body HTML",
      comments: `The ${message} as HTML. Set this, Body Text, or both; one is made from the other.`,
      example: "<p>Hello John,</p><p>your parcel left our warehouse this morning.</p>",
    }),
    attachments: messageField(
      "attachments",
      {
        label: "Attachments",
        comments: `Files to attach to the ${message}: the list that Upload Files returns, or one of the same form.`,
        example:
          '[{"url": "https://uploads.gorgias.io/8xA2/invoice.pdf", "name": "invoice.pdf", "content_type": "application/pdf", "size": 48213}]',
      },
      attachments,
    ),
  };
}

/** What makes a message be written at most once. */
export function messageExternalId(message: "reply" | "note") {
  return messageField("external_id", {
    label: "External ID",
    comments: `An ID of your own for the ${message}, so that it is written at most once: when a message of the ticket has it already, that one is returned and nothing is written. A run that is repeated should give the same.`,
    example: "order-1042-shipped",
  });
}

/** The user in whose name a message is written. */
export const senderId = input(
  {
    label: "Sender ID",
    comments:
      "The ID of the user who appears as its author. If left blank, it is the bot of the account.",
    example: "567",
    dataSource: "selectUser",
  },
  { type: "string", clean: integer("Sender ID", { minimum: 0 }) },
);

/** Text without the blanks around it, which no address has. */
export function trimmed<T>(clean: Clean<T>): Clean<T> {
  return (value) => clean(typeof value === "string" ? value.trim() : value);
}
