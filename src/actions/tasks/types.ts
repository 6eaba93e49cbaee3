import type { Schemas } from "../../contract/types";

export type Integration = Schemas["Integration"];
export type NewMessage = Schemas["MessageCreate"];
export type SearchItem = Schemas["SearchItem"];
export type SearchType = Schemas["SearchRequest"]["type"];
export type SourceAddress = Schemas["SourceAddressInput"];
export type SourceType = Schemas["SourceType"];
export type MessageSource = Schemas["MessageSourceInput"];
export type Team = Schemas["Team"];
export type User = Schemas["User"];
export type NewTicket = Omit<Schemas["TicketCreate"], "messages"> & {
  messages: Partial<Schemas["TicketMessageCreate"]>[];
};
