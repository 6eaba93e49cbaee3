import type { Gorgias } from "./gorgias";
import { newActor } from "./state/actor";
import { mergeCustomers } from "./state/customerMerge";
import { requireCustomer } from "./state/customers";
import { storeFile } from "./state/files";
import type { State } from "./state/state";
import { mergeTickets, requireTicket } from "./state/tickets";
import type { Sandbox } from "./types";
import type { Webhooks } from "./webhooks";

/** What a test does with the calls of HTTP integrations. */
export function webhookControls(
  state: State,
  webhooks: Webhooks,
  gorgias: Gorgias,
): Pick<Sandbox, "webhooksSettled" | "callWebhooks"> {
  return {
    webhooksSettled: async () => {
      gorgias.runDueWork();
      await webhooks.settled();
    },
    callWebhooks: (trigger, ticketId, messageId) => {
      const { id } = requireTicket(state, ticketId);
      const { userId, chain } = newActor(state);
      const at = state.timeline.next();
      webhooks.trigger([{ trigger, ticketId: id, messageId, userId, chain, at }]);
    },
  };
}

/** What a test does to the records, other than through `records`. */
export function stateControls(
  state: State,
): Pick<Sandbox, "mergeTickets" | "mergeCustomers" | "storeFile"> {
  return {
    mergeTickets: (fromId, intoId) => {
      const [from, into] = [requireTicket(state, fromId), requireTicket(state, intoId)];
      mergeTickets(state, newActor(state), from, into);
    },
    mergeCustomers: (fromId, intoId) => {
      const [from, into] = [requireCustomer(state, fromId), requireCustomer(state, intoId)];
      mergeCustomers(state, newActor(state), from, into);
    },
    storeFile: (file) => {
      const { domainHash, resourceName, fileType } = storeFile(state, file);
      return { domainHash, resourceName, fileType };
    },
  };
}
