import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { widgetExample } from "./examples";
import { template, widgetFields, widgetType } from "./inputs";
import type { Widget } from "./types";

const field = fieldsOf("create-widget");

export const createWidget = gorgiasAction({
  operation: "create-widget",
  display: {
    label: "Create Widget",
    description: "Create a widget, which shows data of another system in Gorgias.",
  },
  reads: false,
  inputs: {
    connection,
    type: field("type", { ...widgetType, required: true }),
    template: field("template", { ...template, required: true }),
    ...widgetFields("create-widget"),
    debugRequest,
  },
  perform: async (client, widget) => ({
    data: await client.post<Widget>(path`/widgets`, widget, {
      creates: { what: "widget", advice: "look with List Widgets before you run this again" },
    }),
  }),
  examplePayload: widgetExample,
});
