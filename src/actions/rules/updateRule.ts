import { operationAction } from "../../operationAction";
import { ruleExample } from "./examples";
import { code, javaScript, ruleFields, ruleId, ruleName } from "./inputs";

export const updateRule = operationAction("PUT /rules/{id}", {
  display: { label: "Update Rule", description: "Update a rule." },
  inputs: {
    id: ruleId("ID of the rule to update."),
    name: ruleName,
    code: { ...code, as: javaScript },
    ...ruleFields,
  },
  clearFields: "deactivated_datetime",
  examplePayload: ruleExample,
});
