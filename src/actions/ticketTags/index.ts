export { addTicketTags } from "./addTicketTags";
export { listTicketTags } from "./listTicketTags";
export { removeTicketTags } from "./removeTicketTags";
export { setTicketTags } from "./setTicketTags";
