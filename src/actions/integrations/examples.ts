import type { Schemas } from "../../contract/types";
import type { ListEnvelope } from "../../lists";

/** Posts a ticket's number and subject on every new ticket and message, with a secret of the receiver's. */
export const httpSettings = {
  url: "https://example.com/gorgias/tickets",
  method: "POST",
  request_content_type: "application/json",
  response_content_type: "application/json",
  headers: { "X-Webhook-Token": "your-own-secret" },
  form: { ticket_id: "{{ticket.id}}", subject: "{{ticket.subject}}" },
  triggers: { "ticket-created": true, "ticket-message-created": true },
};

const integration: Schemas["Integration"] = {
  id: 1204,
  name: "Order desk",
  type: "http",
  description: "Tells the order desk of new tickets.",
  created_datetime: "2025-02-07T09:55:18.064317+00:00",
  updated_datetime: "2025-02-07T09:55:18.064317+00:00",
  deactivated_datetime: null,
  locked_datetime: null,
  deleted_datetime: null,
  http: { id: 311, ...httpSettings, oauth2: null },
  meta: null,
  user: { id: 567 },
  uri: "/api/integrations/1204/",
  application_id: null,
  managed: false,
  business_hours_id: null,
};

export const integrationExample = { data: integration };

export const listIntegrationsExample: { data: ListEnvelope<Schemas["Integration"]> } = {
  data: {
    object: "list",
    uri: "/api/integrations",
    data: [integration],
    meta: { prev_cursor: null, next_cursor: null },
  },
};
