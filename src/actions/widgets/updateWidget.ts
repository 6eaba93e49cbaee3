import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { changes, clearFields, connection, debugRequest } from "../../inputs/shared";
import { widgetExample } from "./examples";
import { template, widgetFields, widgetId, widgetType } from "./inputs";
import type { Widget } from "./types";

const field = fieldsOf("update-widget");

export const updateWidget = gorgiasAction({
  operation: "update-widget",
  display: { label: "Update Widget", description: "Update a widget." },
  reads: false,
  inputs: {
    connection,
    id: widgetId("update-widget", "ID of the widget to update."),
    type: field("type", widgetType),
    template: field("template", template),
    ...widgetFields("update-widget"),
    clear_fields: clearFields("update-widget", "deactivated_datetime"),
    debugRequest,
  },
  perform: async (client, { id, clear_fields, ...widget }) => ({
    data: await client.put<Widget>(path`/widgets/${id}`, changes(widget, clear_fields)),
  }),
  examplePayload: widgetExample,
});
