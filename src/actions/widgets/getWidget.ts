import { operationAction } from "../../operationAction";
import { widgetExample } from "./examples";
import { widgetId } from "./inputs";

export const getWidget = operationAction("GET /widgets/{id}", {
  display: { label: "Get Widget", description: "Retrieve a widget." },
  inputs: { id: widgetId("ID of the widget to retrieve.") },
  examplePayload: widgetExample,
});
