import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { updateRulePrioritiesExample } from "./examples";
import type { Rule } from "./types";

export const updateRulePriorities = gorgiasAction({
  operation: "update-rules-priorities",
  display: {
    label: "Update Rule Priorities",
    description: "Set the priorities of several rules at once.",
  },
  reads: false,
  inputs: {
    connection,
    priorities: fieldsOf("update-rules-priorities")("priorities", {
      label: "Priorities",
      comments: "A list of objects, each with the id of a rule and the priority to give it.",
      example: '[{"id": 21, "priority": 100}, {"id": 22, "priority": 90}]',
      required: true,
    }),
    debugRequest,
  },
  perform: async (client, { priorities }) => ({
    data: await client.post<Rule[]>(path`/rules/priorities`, { priorities }),
  }),
  examplePayload: updateRulePrioritiesExample,
});
