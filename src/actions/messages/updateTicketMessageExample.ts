import type { Schemas } from "../../contract/types";

const message: Schemas["TicketMessage"] = {
  id: 353768814,
  uri: "/api/tickets/1234567890/messages/353768814/",
  message_id: "<123345676453.2445.234@web>",
  ticket_id: 1234567890,
  external_id: "MSG-78545",
  channel: "email",
  via: "email",
  source: {
    type: "email",
    from: { name: "Support", address: "support@example.com" },
    to: [{ name: "John Smith", address: "john@example.com" }],
    cc: [],
    bcc: [],
  },
  sender: { id: 93, name: "Jane Doe", email: "jane@example.com" },
  integration_id: 200,
  rule_id: null,
  from_agent: true,
  receiver: { id: 3924, name: "John Smith", email: "john@example.com" },
  subject: "Your order",
  body_text: "Your order is on its way.",
  body_html: "<p>Your order is on its way.</p>",
  stripped_text: "Your order is on its way.",
  stripped_html: "<p>Your order is on its way.</p>",
  attachments: null,
  created_datetime: "2025-02-07T09:50:02.114208+00:00",
  sent_datetime: "2025-02-07T09:55:18.064317+00:00",
  failed_datetime: null,
};

export const updateTicketMessageExample = { data: message };
