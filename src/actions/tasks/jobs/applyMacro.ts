import { gorgiasAction } from "../../../action";
import type { GorgiasClient } from "../../../client";
import type { Schemas } from "../../../contract/types";
import { InputError } from "../../../errors";
import { fieldsOf } from "../../../inputs/input";
import { toggle } from "../../../inputs/shared";
import { jobOutput } from "../outputs";
import { pollOptions, waitingInputs } from "../waiting";
import { applyMacroExample } from "./examples";
import { runJob } from "./job";
import { checkSelection, ticketIds } from "./ticketIds";

type Macro = Schemas["Macro"];

const DEFAULT_TIMEOUT_S = 300;

/** Actions of a macro that write to somebody outside the account. */
const WRITING_ACTIONS = ["setResponseText", "forwardByEmail"];

export const applyMacro = gorgiasAction({
  outputSchema: jobOutput,
  display: {
    label: "Apply Macro",
    description: "Apply a macro to tickets by a job, and wait for its end.",
  },
  reads: false,
  inputs: {
    macro_id: fieldsOf("GET /macros/{id}")("id", {
      label: "Macro ID",
      comments:
        "The ID of the macro. One that holds a text to the customer may be sent to the customer of every ticket; the log says so before.",
      example: "5712",
      required: true,
      dataSource: "selectMacro",
    }),
    ticket_ids: ticketIds("to apply it to"),
    apply_and_close: toggle({
      label: "Close Tickets",
      comments: "Close the tickets as well.",
      example: "false",
    }),
    ...waitingInputs(
      "How long to wait. A job that has not ended by then goes on, and is returned as running.",
      DEFAULT_TIMEOUT_S,
    ),
  },
  perform: async (client, { macro_id, ticket_ids, apply_and_close, ...waiting }) => {
    const tickets = checkSelection(ticket_ids);
    const macro = await client.request("GET /macros/{id}", { id: macro_id });
    checkMacro(client, macro, tickets.length);
    const params = {
      macro_id,
      ticket_ids: tickets,
      ...(apply_and_close ? { apply_and_close } : {}),
    };
    const options = pollOptions(waiting, DEFAULT_TIMEOUT_S);
    return { data: await runJob(client, { type: "applyMacro", params }, options) };
  },
  examplePayload: applyMacroExample,
});

/** @throws InputError for a macro that was archived. */
function checkMacro(client: GorgiasClient, macro: Macro, tickets: number): void {
  if (macro.archived_datetime) {
    throw new InputError(
      `Macro ID must be that of a macro in use: "${macro.name}" (${macro.id}) is archived. Nothing was changed.`,
      { input: "Macro ID", given: String(macro.id) },
    );
  }
  if (macro.actions?.some(({ name }) => WRITING_ACTIONS.includes(name))) {
    client.logger.warn(
      `The macro "${macro.name}" holds a text to the customer, and may be sent to those of ${tickets} tickets.`,
    );
  }
}
