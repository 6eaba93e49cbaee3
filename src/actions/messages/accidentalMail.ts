import type { ActionLogger } from "@prismatic-io/spectral";
import { clock } from "../../clock";
import { timestampOf, toSortableTimestamp } from "../../timestamp";

/** What decides whether Gorgias sends a message. */
interface OutgoingMessage {
  channel?: string;
  from_agent?: boolean;
  public?: boolean;
  sent_datetime?: string | null;
  created_datetime?: string | null;
}

/** A message that a run has just dated is no import. */
const RECENT_MS = 60_000;

/**
 * Warns of a message that Gorgias is going to send although its date speaks of an import: without a
 * sent_datetime, a public message of an agent goes to the customer (contract, README "Messages").
 *
 * @param where the message is given, such as "Messages".
 */
export function warnOfMail(logger: ActionLogger, where: string, message: OutgoingMessage): void {
  const created = toSortableTimestamp(message.created_datetime);
  const isSent =
    message.from_agent === true &&
    message.channel !== "internal-note" &&
    message.public !== false &&
    !message.sent_datetime;
  if (isSent && created !== undefined && created < timestampOf(clock.date() - RECENT_MS)) {
    logger.warn(
      `${where}: a message of an agent is dated ${message.created_datetime} and has no Sent Date (sent_datetime). Gorgias sends it to the customer now. To import a message without sending it, give its Sent Date.`,
    );
  }
}
