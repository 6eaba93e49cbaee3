import { operationAction } from "../../operationAction";
import { updateRulePrioritiesExample } from "./examples";

export const updateRulePriorities = operationAction("POST /rules/priorities", {
  display: {
    label: "Update Rule Priorities",
    description: "Set the priorities of several rules at once.",
  },
  inputs: {
    priorities: {
      label: "Priorities",
      comments: "A list of objects, each with the id of a rule and the priority to give it.",
      example: '[{"id": 21, "priority": 100}, {"id": 22, "priority": 90}]',
      required: true,
    },
  },
  examplePayload: updateRulePrioritiesExample,
});
