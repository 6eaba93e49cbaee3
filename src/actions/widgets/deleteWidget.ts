import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { widgetId } from "./inputs";

export const deleteWidget = gorgiasAction({
  operation: "delete-widget",
  display: { label: "Delete Widget", description: "Delete a widget." },
  reads: false,
  inputs: {
    connection,
    id: widgetId("delete-widget", "ID of the widget to delete."),
    debugRequest,
  },
  perform: (client, { id }) => succeed(client.delete(path`/widgets/${id}`)),
  examplePayload: SUCCESS,
});
