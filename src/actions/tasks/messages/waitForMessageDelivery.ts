import { gorgiasAction } from "../../../action";
import { fieldsOf } from "../../../inputs/input";
import { messageId, messageTicketId } from "../../messages/inputs";
import { waitForMessageDeliveryExample } from "../examples";
import { delivery } from "../outputs";
import { pollOptions, seconds, waitingInputs } from "../waiting";
import { waitForDelivery } from "./delivery";

const field = fieldsOf("GET /tickets/{ticket_id}/messages/{id}");
const DEFAULT_TIMEOUT_S = 60;
const DEFAULT_SETTLING_S = 15;
const MAX_SETTLING_S = 120;

export const waitForMessageDelivery = gorgiasAction({
  outputSchema: delivery,
  display: {
    label: "Wait for Message Delivery",
    description: "Wait until Gorgias has sent a message, or has failed to.",
  },
  // It waits for minutes: the designer does not run it by itself.
  reads: false,
  inputs: {
    ticket_id: field("ticket_id", messageTicketId),
    id: field("id", messageId),
    ...waitingInputs(
      "How long to wait. A message that is neither sent nor failed by then is returned as pending.",
      DEFAULT_TIMEOUT_S,
    ),
    settling_seconds: seconds({
      label: "Settling Time",
      comments:
        "How long a message must have been sent before that is believed: an email that bounces was recorded as sent first and failed seconds later. It is not part of the Timeout.",
      standard: DEFAULT_SETTLING_S,
      minimum: 0,
      maximum: MAX_SETTLING_S,
    }),
  },
  perform: async (client, { ticket_id, id, settling_seconds, ...waiting }) => {
    const { status, message } = await waitForDelivery(
      () => client.request("GET /tickets/{ticket_id}/messages/{id}", { ticket_id, id }),
      {
        ...pollOptions(waiting, DEFAULT_TIMEOUT_S),
        settlingMs: (settling_seconds ?? DEFAULT_SETTLING_S) * 1_000,
      },
    );
    const last_sending_error = message.last_sending_error ?? null;
    return { data: { status, message, last_sending_error } };
  },
  examplePayload: waitForMessageDeliveryExample,
});
