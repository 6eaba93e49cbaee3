import { customFieldPicklist } from "./customFieldPicklist";

export const selectTicketField = customFieldPicklist("Ticket");
