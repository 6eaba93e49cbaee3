import { operationAction } from "../../operationAction";
import { listIntegrationsExample } from "./examples";

export const listIntegrations = operationAction("GET /integrations", {
  display: {
    label: "List Integrations",
    description: "List the integrations of your account.",
  },
  lists: "integrations",
  inputs: {
    type: {
      label: "Type",
      comments:
        "Only integrations of this type are returned; if left blank, all are. Some accounts accept only http here.",
      example: "http",
    },
    order_by: {
      label: "Order By",
      comments: "Attribute used to order integrations. If left blank, the newest come first.",
      example: "created_datetime:desc",
    },
  },
  examplePayload: listIntegrationsExample,
});
