import type { Schemas } from "../contract/types";
import { ApiError, invalid } from "../errors";
import type { Actor } from "./actor";
import { changeCustomer, newChannels, refuseTaken } from "./customers";
import { recordEvent } from "./events";
import type { CustomerRecord } from "./records/customers";
import type { State } from "./state";

/**
 * Gives the target the source's tickets and channels; requests to the source then answer 301.
 * @param values what to set on the target while merging
 * @throws ApiError 400 for one customer twice; 409 for an identifier of a third customer, or when
 *   both hold data of the same integration
 */
export function mergeCustomers(
  state: State,
  actor: Actor,
  source: CustomerRecord,
  target: CustomerRecord,
  { channels, ...values }: Schemas["CustomerMerge"] = {},
): CustomerRecord {
  checkMerge(state, source, target, values);
  for (const ticket of state.tickets.grouped("customer_id", source.id)) {
    state.tickets.set(ticket.id, {
      ...ticket,
      customer_id: target.id,
      updated_datetime: state.timeline.next(),
    });
  }
  state.customers.delete(source.id);
  state.merged.customers.set(source.id, target.id);
  recordEvent(state, actor, {
    type: "customer-merged",
    object_type: "Customer",
    object_id: target.id,
    data: { merged_customer_id: source.id },
  });
  return changeCustomer(state, actor, target, {
    channels: channels
      ? newChannels(state, channels, state.timeline.next())
      : [...target.channels, ...source.channels],
    email: target.email ?? source.email,
    integrations: { ...target.integrations, ...source.integrations },
    ...values,
  });
}

function checkMerge(
  state: State,
  source: CustomerRecord,
  target: CustomerRecord,
  values: Schemas["CustomerMerge"],
): void {
  if (source.id === target.id) {
    throw invalid("target_id", "A customer cannot be merged into itself.");
  }
  refuseTaken(state, [source.id, target.id], values);
  const shared = Object.keys(source.integrations ?? {}).find(
    (id) => id in (target.integrations ?? {}),
  );
  if (shared !== undefined) {
    throw new ApiError(409, `Both customers hold data of integration ${shared}.`);
  }
}
