import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { changes, clearFields, connection, debugRequest } from "../../inputs/shared";
import { viewExample } from "./examples";
import { viewFields, viewId } from "./inputs";
import type { View } from "./types";

export const updateView = gorgiasAction({
  operation: "update-view",
  display: { label: "Update View", description: "Update a view." },
  reads: false,
  inputs: {
    connection,
    id: viewId("update-view", "ID of the view to update."),
    ...viewFields("update-view"),
    clear_fields: clearFields("update-view", "search"),
    debugRequest,
  },
  perform: async (client, { id, clear_fields, ...view }) => ({
    data: await client.put<View>(path`/views/${id}`, changes(view, clear_fields)),
  }),
  examplePayload: viewExample,
});
