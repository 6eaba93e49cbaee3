import { accountHandlers } from "./account";
import { customerHandlers } from "./customers";
import { eventHandlers } from "./events";
import { fileHandlers } from "./files";
import type { Handlers } from "./handler";
import { messageHandlers } from "./messages";
import { searchHandlers } from "./search";
import { ticketCustomFieldHandlers } from "./ticketCustomFields";
import { ticketHandlers } from "./tickets";

/** Every operation that the sandbox performs, one file a resource. */
export const handlers: Handlers = {
  ...accountHandlers,
  ...customerHandlers,
  ...eventHandlers,
  ...fileHandlers,
  ...messageHandlers,
  ...searchHandlers,
  ...ticketCustomFieldHandlers,
  ...ticketHandlers,
};
