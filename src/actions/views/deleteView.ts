import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { viewId } from "./inputs";

export const deleteView = gorgiasAction({
  operation: "delete-view",
  display: { label: "Delete View", description: "Delete a view; its tickets stay." },
  reads: false,
  inputs: { connection, id: viewId("delete-view", "ID of the view to delete."), debugRequest },
  perform: (client, { id }) => succeed(client.delete(path`/views/${id}`)),
  examplePayload: SUCCESS,
});
