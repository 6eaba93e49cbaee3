import { operationAction } from "../../operationAction";
import { listWidgetsExample } from "./examples";
import { appId, integrationId } from "./inputs";

export const listWidgets = operationAction("GET /widgets", {
  display: { label: "List Widgets", description: "List the widgets of your account." },
  lists: "widgets",
  inputs: {
    integration_id: {
      ...integrationId,
      comments: "ID of an integration, to list only the widgets that show its data.",
    },
    app_id: { ...appId, comments: "ID of an app, to list only the widgets that show its data." },
    order_by: {
      label: "Order By",
      comments: "Attribute used to order widgets. If left blank, the newest come first.",
      example: "created_datetime:desc",
    },
  },
  examplePayload: listWidgetsExample,
});
