import { operationAction } from "../../operationAction";
import { listRulesExample } from "./examples";

export const listRules = operationAction("GET /rules", {
  display: { label: "List Rules", description: "List the rules of your account." },
  lists: "rules",
  inputs: {
    order_by: {
      label: "Order By",
      comments: "Attribute used to order rules. If left blank, the newest come first.",
      example: "created_datetime:desc",
    },
  },
  examplePayload: listRulesExample,
});
