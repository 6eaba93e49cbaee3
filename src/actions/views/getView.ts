import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { viewExample } from "./examples";
import { viewId } from "./inputs";
import type { View } from "./types";

export const getView = gorgiasAction({
  operation: "get-view",
  display: { label: "Get View", description: "Retrieve a view, without its tickets." },
  reads: true,
  inputs: { connection, id: viewId("get-view", "ID of the view to retrieve."), debugRequest },
  perform: async (client, { id }) => ({ data: await client.get<View>(path`/views/${id}`) }),
  examplePayload: viewExample,
});
