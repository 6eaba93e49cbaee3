import { operationAction } from "../../operationAction";
import { ruleId } from "./inputs";

export const deleteRule = operationAction("DELETE /rules/{id}", {
  display: { label: "Delete Rule", description: "Delete a rule." },
  inputs: { id: ruleId("ID of the rule to delete.") },
});
