import { operationAction } from "../../operationAction";
import { widgetId } from "./inputs";

export const deleteWidget = operationAction("DELETE /widgets/{id}", {
  display: { label: "Delete Widget", description: "Delete a widget." },
  inputs: { id: widgetId("ID of the widget to delete.") },
});
