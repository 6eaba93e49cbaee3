import { operationAction } from "../../operationAction";
import { ruleExample } from "./examples";
import { ruleId } from "./inputs";

export const getRule = operationAction("GET /rules/{id}", {
  display: { label: "Get Rule", description: "Retrieve a rule." },
  inputs: { id: ruleId("ID of the rule to retrieve.") },
  examplePayload: ruleExample,
});
