import { integration } from "@prismatic-io/spectral";
import { componentRegistry } from "./componentRegistry";
import { configPages } from "./configPages";
import { customerMessages } from "./flows/customerMessages";
import { orderEvent } from "./flows/orderEvent";
import { staleTickets } from "./flows/staleTickets";

/** For tests, which run each by itself. */
export { customerMessages, orderEvent, staleTickets };

export default integration({
  name: "Gorgias code-native example",
  description: "Order events as notes, stale tickets raised, answered tickets reopened.",
  flows: [orderEvent, staleTickets, customerMessages],
  configPages,
  componentRegistry,
});
