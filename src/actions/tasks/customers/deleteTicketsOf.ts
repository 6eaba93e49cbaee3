import type { GorgiasClient } from "../../../client";
import { clock } from "../../../clock";
import type { Schemas } from "../../../contract/types";
import { InputError } from "../../../errors";
import { path } from "../../../http/path";
import { listRecords } from "../../../lists";
import { runJob } from "../jobs/job";
import { type PollOptions, poll } from "../waiting";

/** As many tickets are deleted one by one; of more, a job takes as many at a time. */
const ONE_BY_ONE = 20;
const JOB_SIZE = 500;

/**
 * Deletes all tickets of a customer, those in the trash too, and sees that they are gone.
 *
 * @returns how many there were.
 * @throws InputError when some are left after the time is up.
 */
export async function deleteTicketsOf(
  client: GorgiasClient,
  customer: Schemas["Customer"],
  { timeoutMs, intervalMs }: PollOptions,
): Promise<number> {
  const deadline = clock.now() + timeoutMs;
  const options = () => ({ timeoutMs: Math.max(0, deadline - clock.now()), intervalMs });
  const ids = await ticketIdsOf(client, customer);
  client.logger.info(
    `Erase Customer deletes ${ids.length} tickets of customer ${customer.id} (${customer.name ?? "no name"}, ${customer.email ?? "no email address"}), then the customer.`,
  );
  if (ids.length <= ONE_BY_ONE) {
    await deleteOneByOne(client, ids, deadline);
  } else {
    for (let start = 0; start < ids.length && clock.now() < deadline; start += JOB_SIZE) {
      const params = { ticket_ids: ids.slice(start, start + JOB_SIZE) };
      await runJob(client, { type: "deleteTicket", params }, options());
    }
  }
  const left = await remaining(client, customer, ids, options);
  if (left.length > 0) {
    throw new InputError(
      `${left.length} tickets of customer ${customer.id} are still there at the end of the Timeout, so the customer was kept: run this again. Tickets: ${left.slice(0, 20).join(", ")}${left.length > 20 ? ", …" : ""}.`,
      { input: "Timeout" },
    );
  }
  return ids.length;
}

/** The tickets that are left when those that can be seen are gone, or the time is up. */
async function remaining(
  client: GorgiasClient,
  customer: Schemas["Customer"],
  deleted: readonly number[],
  options: () => PollOptions,
): Promise<number[]> {
  return deleted.length === 0
    ? []
    : poll(
        () => ticketIdsOf(client, customer),
        ({ length }) => length === 0,
        options(),
      );
}

async function deleteOneByOne(
  client: GorgiasClient,
  ids: readonly number[],
  deadline: number,
): Promise<void> {
  for (const id of ids) {
    if (clock.now() >= deadline) {
      return;
    }
    await client.request("DELETE /tickets/{id}", { id });
  }
}

/** Only what Gorgias itself shows as this customer's: nothing of anybody else is deleted. */
async function ticketIdsOf(client: GorgiasClient, { id }: Schemas["Customer"]): Promise<number[]> {
  const { data } = await listRecords<Schemas["TicketCompact"]>(client, path`/tickets`, {
    customer_id: id,
    order_by: "created_datetime:asc",
    fetchAll: true,
  });
  return data.filter(({ customer }) => customer?.id === id).map((ticket) => ticket.id);
}
