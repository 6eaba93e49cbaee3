import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { widgetExample } from "./examples";
import { widgetId } from "./inputs";
import type { Widget } from "./types";

export const getWidget = gorgiasAction({
  operation: "get-widget",
  display: { label: "Get Widget", description: "Retrieve a widget." },
  reads: true,
  inputs: {
    connection,
    id: widgetId("get-widget", "ID of the widget you're looking for."),
    debugRequest,
  },
  perform: async (client, { id }) => ({ data: await client.get<Widget>(path`/widgets/${id}`) }),
  examplePayload: widgetExample,
});
