export { selectCustomer } from "./selectCustomer";
export { selectEvent } from "./selectEvent";
export { selectMessage } from "./selectMessage";
export { selectTicket } from "./selectTicket";
