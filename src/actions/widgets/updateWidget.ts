import { operationAction } from "../../operationAction";
import { widgetExample } from "./examples";
import { template, widgetFields, widgetId, widgetType } from "./inputs";

export const updateWidget = operationAction("PUT /widgets/{id}", {
  display: { label: "Update Widget", description: "Update a widget." },
  inputs: {
    id: widgetId("ID of the widget to update."),
    type: widgetType,
    template: template,
    ...widgetFields,
  },
  clearFields: "deactivated_datetime",
  examplePayload: widgetExample,
});
