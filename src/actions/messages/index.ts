export { createTicketMessage } from "./createTicketMessage";
export { deleteTicketMessage } from "./deleteTicketMessage";
export { getTicketMessage } from "./getTicketMessage";
export { listMessages } from "./listMessages";
export { updateTicketMessage } from "./updateTicketMessage";
