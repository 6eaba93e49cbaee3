/** The contract's records under the names the actions use. */
import type { components } from "../../contract/generated/gorgias";

/** The contract's records, by its names: `Schemas["Ticket"]`. */
export type Schemas = components["schemas"];

export type Account = Schemas["Account"];
export type Customer = Schemas["Customer"];
export type CustomerListItem = Schemas["CustomerListItem"];
export type GorgiasEvent = Schemas["Event"];
export type SearchResponse = Schemas["SearchResponse"];
export type Ticket = Schemas["Ticket"];
export type TicketCompact = Schemas["TicketCompact"];
export type TicketFieldValue = Schemas["TicketFieldValue"];
export type TicketMessage = Schemas["TicketMessage"];
export type UploadedFile = Schemas["UploadedFile"];
