import { operationAction } from "../../operationAction";
import { ruleExample } from "./examples";
import { code, javaScript, ruleFields, ruleName } from "./inputs";

export const createRule = operationAction("POST /rules", {
  display: { label: "Create Rule", description: "Create a rule." },
  creates: { what: "rule", lookWith: "List Rules" },
  inputs: {
    name: { ...ruleName, required: true },
    code: { ...code, required: true, as: javaScript },
    ...ruleFields,
  },
  examplePayload: ruleExample,
});
