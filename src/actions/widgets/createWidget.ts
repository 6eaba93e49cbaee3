import { operationAction } from "../../operationAction";
import { widgetExample } from "./examples";
import { template, widgetFields, widgetType } from "./inputs";

export const createWidget = operationAction("POST /widgets", {
  display: {
    label: "Create Widget",
    description: "Create a widget, which shows data of another system in Gorgias.",
  },
  creates: { what: "widget", lookWith: "List Widgets" },
  inputs: {
    type: { ...widgetType, required: true },
    template: { ...template, required: true },
    ...widgetFields,
  },
  examplePayload: widgetExample,
});
