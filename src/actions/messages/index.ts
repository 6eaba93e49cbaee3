export { createTicketMessage } from "./createTicketMessage";
export { getTicketMessage } from "./getTicketMessage";
export { listMessages } from "./listMessages";
