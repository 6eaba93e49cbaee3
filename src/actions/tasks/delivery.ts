import { clock } from "../../clock";
import type { TicketMessage } from "../../contract/types";
import { toSortableTimestamp } from "../../timestamp";

/** What became of a message that Gorgias is to send. */
export type DeliveryStatus = "sent" | "failed" | "pending";

type Times = Pick<TicketMessage, "sent_datetime" | "failed_datetime" | "last_sending_error">;

/**
 * Gorgias sends a message some time after it was created, and tells by these fields what became of
 * it (contract, README "Messages"). A message that was sent at last keeps the error of the attempts
 * before.
 */
export function deliveryStatus({
  sent_datetime,
  failed_datetime,
  last_sending_error,
}: Times): DeliveryStatus {
  const sent = toSortableTimestamp(sent_datetime);
  const failed = toSortableTimestamp(failed_datetime);
  if (sent && (!failed || sent > failed)) {
    return "sent";
  }
  return failed || last_sending_error ? "failed" : "pending";
}

/** How long and how often to look, milliseconds. */
interface Patience {
  timeoutMs: number;
  intervalMs: number;
}

/**
 * Looks at a message until it was sent or failed, or the time is up: then once more.
 *
 * @param read reads the message.
 */
export async function waitForDelivery(
  read: () => Promise<TicketMessage>,
  { timeoutMs, intervalMs }: Patience,
): Promise<{ status: DeliveryStatus; message: TicketMessage }> {
  const deadline = clock.now() + timeoutMs;
  for (;;) {
    const message = await read();
    const status = deliveryStatus(message);
    const left = deadline - clock.now();
    if (status !== "pending" || left <= 0) {
      return { status, message };
    }
    await clock.sleep(Math.min(intervalMs, left));
  }
}
