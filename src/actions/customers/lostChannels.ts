import type { GorgiasClient } from "../../client";
import type { Schemas } from "../../contract/types";
import { isSameChannel } from "../tasks/customers/sameChannel";

type Channel = NonNullable<Schemas["Customer"]["channels"]>[number];

/**
 * An update replaces all channels of a customer (contract, README "Customers"): the log says which
 * addresses are removed. One that is only written in another way stays.
 */
export async function tellOfLostChannels(
  client: GorgiasClient,
  id: number,
  given: readonly Schemas["CustomerChannelInput"][],
): Promise<void> {
  const { channels } = await client.request("GET /customers/{id}", { id });
  const lost = (channels ?? []).filter(
    (own) => !own.deleted_datetime && !given.some((kept) => isSameChannel(own, kept)),
  );
  if (lost.length > 0) {
    client.logger.warn(
      `Channels replaces all contact channels of customer ${id}. Removed: ${lost.map(inWords).join(", ")}.`,
    );
  }
}

function inWords({ type, address }: Channel): string {
  return `${type || "a channel"} ${address || "without an address"}`;
}
