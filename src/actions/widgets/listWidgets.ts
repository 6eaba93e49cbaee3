import { operationAction } from "../../operationAction";
import { listWidgetsExample } from "./examples";
import { appId, integrationId } from "./inputs";

export const listWidgets = operationAction("GET /widgets", {
  display: { label: "List Widgets", description: "List the widgets of your account." },
  lists: "widgets",
  inputs: {
    integration_id: integrationId,
    app_id: appId,
    order_by: {
      label: "Order By",
      comments: "Attribute used to order widgets. If left blank, the newest come first.",
      example: "created_datetime:desc",
    },
  },
  examplePayload: listWidgetsExample,
});
