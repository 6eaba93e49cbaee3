import { gorgiasAction } from "../../action";
import type { TicketMessage } from "../../contract/types";
import { path } from "../../http/path";
import { integer } from "../../inputs/clean";
import { input } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { messageId, messageTicketId } from "../messages/inputs";
import { waitForDelivery } from "./delivery";
import { waitForMessageDeliveryExample } from "./examples";
import { delivery } from "./outputs";

const DEFAULT_TIMEOUT_S = 60;
const MAX_TIMEOUT_S = 600;
const DEFAULT_INTERVAL_S = 5;
const MAX_INTERVAL_S = 60;

export const waitForMessageDelivery = gorgiasAction({
  outputSchema: delivery,
  display: {
    label: "Wait for Message Delivery",
    description: "Wait until Gorgias has sent a message, or has failed to.",
  },
  reads: true,
  inputs: {
    connection,
    ticket_id: messageTicketId("get-ticket-message"),
    id: messageId,
    timeout_seconds: seconds(
      "Timeout",
      "How long to wait. A message that is neither sent nor failed by then is returned as pending.",
      DEFAULT_TIMEOUT_S,
      MAX_TIMEOUT_S,
    ),
    interval_seconds: seconds(
      "Interval",
      "How long to wait between two looks at the message.",
      DEFAULT_INTERVAL_S,
      MAX_INTERVAL_S,
    ),
    debugRequest,
  },
  perform: async (
    client,
    { ticket_id, id, timeout_seconds = DEFAULT_TIMEOUT_S, interval_seconds = DEFAULT_INTERVAL_S },
  ) => {
    const { status, message } = await waitForDelivery(
      () => client.get<TicketMessage>(path`/tickets/${ticket_id}/messages/${id}`),
      { timeoutMs: timeout_seconds * 1_000, intervalMs: interval_seconds * 1_000 },
    );
    const last_sending_error = message.last_sending_error ?? null;
    return { data: { status, message, last_sending_error } };
  },
  examplePayload: waitForMessageDeliveryExample,
});

/** An input for a number of seconds. */
function seconds(label: string, comments: string, standard: number, maximum: number) {
  return input(
    {
      label,
      comments: `${comments} From 1 to ${maximum} seconds; if left blank, ${standard}.`,
      example: String(standard),
      default: String(standard),
    },
    { type: "string", clean: integer(label, { minimum: 1, maximum }) },
  );
}
