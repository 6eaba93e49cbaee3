import { clock } from "../../../clock";
import type { Schemas } from "../../../contract/types";
import { toSortableTimestamp } from "../../../timestamp";
import { type PollOptions, poll } from "../waiting";

/** What became of a message that Gorgias is to send. */
export type DeliveryStatus = "sent" | "failed" | "pending";

type Fields = Pick<
  Schemas["TicketMessage"],
  "sent_datetime" | "failed_datetime" | "last_sending_error" | "is_retriable"
>;

/**
 * Gorgias sends a message some time after it was created, and tells by these fields what became of
 * it (contract, README "Messages"). A message that was sent at last keeps the error of the attempts
 * before. An error is the last word only when Gorgias does not try again.
 */
function deliveryStatus({
  sent_datetime,
  failed_datetime,
  last_sending_error,
  is_retriable,
}: Fields): DeliveryStatus {
  const sent = toSortableTimestamp(sent_datetime);
  const failed = toSortableTimestamp(failed_datetime);
  if (failed && !(sent && sent > failed)) {
    return "failed";
  }
  if (sent) {
    return "sent";
  }
  return last_sending_error && is_retriable === false ? "failed" : "pending";
}

/** What was seen of a message, and since when. */
interface Sighting {
  status: DeliveryStatus;
  message: Schemas["TicketMessage"];
}

/**
 * Looks at a message until it was sent or failed, or the time is up.
 *
 * A mail that bounces is recorded as sent first and fails seconds later; one that failed may be
 * tried again. So what may still change is looked at until it stood for a settling time, which is
 * not part of the timeout.
 *
 * @param read reads the message.
 */
export async function waitForDelivery(
  read: () => Promise<Schemas["TicketMessage"]>,
  { settlingMs, ...options }: PollOptions & { settlingMs: number },
): Promise<Sighting> {
  const look = async (): Promise<Sighting> => {
    const message = await read();
    return { status: deliveryStatus(message), message };
  };
  const first = await poll(look, ({ status }) => status !== "pending", options);
  const restMs = settlingMs - ageMs(first);
  if (!mayChange(first) || restMs <= 0) {
    return first;
  }
  const { intervalMs } = options;
  await clock.sleep(Math.min(intervalMs, restMs));
  return poll(look, (now) => !mayChange(now), {
    timeoutMs: restMs - Math.min(intervalMs, restMs),
    intervalMs,
  });
}

function mayChange({ status, message }: Sighting): boolean {
  return status === "sent" || (status === "failed" && message.is_retriable === true);
}

/** How long ago a message was sent or failed, ms; what lies in the future has just been. */
function ageMs({ status, message }: Sighting): number {
  const time = status === "sent" ? message.sent_datetime : message.failed_datetime;
  const then = Date.parse(toSortableTimestamp(time) ?? "");
  return Number.isNaN(then) ? 0 : Math.max(0, clock.date() - then);
}
