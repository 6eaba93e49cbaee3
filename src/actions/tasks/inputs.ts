import { fieldSchema } from "../../contract/fields";
import { type Clean, integer, refuse, text } from "../../inputs/clean";
import { fieldsOf, input } from "../../inputs/field";

const updateField = fieldsOf("update-ticket");
const messageField = fieldsOf("create-ticket-message");
const customerField = fieldsOf("create-customer");

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
export function messageContent(message: "reply" | "note") {
  return {
    body_text: messageField("body_text", {
      label: "Body Text",
      comments: `The ${message} as plain text. Set this, Body HTML, or both.`,
      example: "Hello John, your parcel left our warehouse this morning.",
    }),
    body_html: messageField("body_html", {
      label: "Body HTML",
      comments: `The ${message} as HTML. Set this, Body Text, or both.`,
      example: "<p>Hello John,</p><p>your parcel left our warehouse this morning.</p>",
    }),
    attachments: messageField("attachments", {
      label: "Attachments",
      comments: `Files to attach to the ${message}: the list that Upload Files returns, or one of the same form.`,
      example:
        '[{"url": "https://uploads.gorgias.io/8xA2/invoice.pdf", "name": "invoice.pdf", "content_type": "application/pdf", "size": 48213}]',
    }),
  };
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

/** What a customer is known by. */
export const contactInputs = {
  email: customerField(
    "email",
    {
      label: "Email",
      comments:
        "An email address of the customer, the main one or any other. Upper and lower case are the same. It is looked up first.",
      example: "john@example.com",
    },
    { clean: trimmed(text("Email", fieldSchema("create-customer", "email"))) },
  ),
  phone: input(
    {
      label: "Phone",
      comments:
        "A phone number of the customer, best with the country's code. Blanks and dashes do not matter. It is looked up when no customer has the email address.",
      example: "+14155550123",
    },
    { type: "string", clean: trimmed(phoneNumber) },
  ),
  external_id: customerField("external_id", {
    label: "External ID",
    comments:
      "The customer's ID in another system, such as your shop. It is looked up when no customer has the email address or the phone number.",
    example: "customer-84203241",
  }),
};

function phoneNumber(value: unknown): string {
  const phone = text("Phone")(value);
  if (!/\d/.test(phone)) {
    throw refuse("Phone", "must be a phone number", value);
  }
  return phone;
}
