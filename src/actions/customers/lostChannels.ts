import type { GorgiasClient } from "../../client";

interface Channel {
  type: string;
  address?: string | null;
}

/**
 * An update replaces all channels of a customer (contract, README "Customers"): the log says which
 * addresses go.
 */
export async function tellOfLostChannels(
  client: GorgiasClient,
  id: number,
  given: readonly Channel[],
): Promise<void> {
  const { channels } = await client.request("GET /customers/{id}", { id });
  const kept = new Set(given.map(nameOf));
  const lost = (channels ?? []).map(nameOf).filter((name) => !kept.has(name));
  if (lost.length > 0) {
    client.logger.warn(
      `Channels replaces all contact channels of customer ${id}: these go, ${lost.join(", ")}.`,
    );
  }
}

function nameOf({ type, address }: Channel): string {
  return `${type} ${address ?? ""}`.trim().toLowerCase();
}
