import { notFound } from "../errors";
import {
  checkFieldValue,
  renderFieldValue,
  replaceFieldValues,
  requireField,
} from "../state/customFieldValues";
import type { TicketRecord } from "../state/records/tickets";
import type { State } from "../state/state";
import { changeTicket, requireTicket } from "../state/tickets";
import type { Handlers } from "./handler";

export const ticketCustomFieldHandlers: Handlers = {
  "list-ticket-custom-fields": ({ state, path }) => ({
    status: 200,
    body: renderValues(state, requireTicket(state, path.ticket_id)),
  }),

  "update-ticket-custom-fields": ({ state, actor, path, body }) => {
    const ticket = requireTicket(state, path.ticket_id);
    const field_values = replaceFieldValues(state, "Ticket", ticket.field_values, body, "body");
    const changed = changeTicket(state, actor, ticket, { field_values });
    return { status: 200, body: renderValues(state, changed) };
  },

  "update-ticket-custom-field": ({ state, actor, path: { ticket_id, id }, body }) => {
    const ticket = requireTicket(state, ticket_id);
    checkFieldValue(requireField(state, "Ticket", id, "id"), body, "body");
    const field_values = new Map(ticket.field_values).set(id, body);
    changeTicket(state, actor, ticket, { field_values });
    return { status: 200, body: renderFieldValue(state, id, body) };
  },

  "delete-ticket-custom-field": ({ state, actor, path: { ticket_id, id } }) => {
    const ticket = requireTicket(state, ticket_id);
    const field_values = new Map(ticket.field_values);
    if (!field_values.delete(id)) {
      throw notFound("Value of custom field", id);
    }
    changeTicket(state, actor, ticket, { field_values });
    return { status: 204, body: undefined };
  },
};

function renderValues(state: State, ticket: TicketRecord) {
  return {
    data: [...ticket.field_values].map(([id, value]) => renderFieldValue(state, id, value)),
  };
}
