export { createTicket } from "./createTicket";
export { deleteTicket } from "./deleteTicket";
export { deleteTicketCustomField } from "./deleteTicketCustomField";
export { getTicket } from "./getTicket";
export { listTicketCustomFields } from "./listTicketCustomFields";
export { listTickets } from "./listTickets";
export { updateTicket } from "./updateTicket";
export { updateTicketCustomFields } from "./updateTicketCustomFields";
