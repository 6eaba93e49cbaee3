import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { viewExample } from "./examples";
import { viewFields } from "./inputs";
import type { View } from "./types";

export const createView = gorgiasAction({
  operation: "create-view",
  display: { label: "Create View", description: "Create a view of tickets or customers." },
  reads: false,
  inputs: { connection, ...viewFields("create-view"), debugRequest },
  perform: async (client, view) => ({
    data: await client.post<View>(path`/views`, view, {
      creates: { what: "view", advice: "look with List Views before you run this again" },
    }),
  }),
  examplePayload: viewExample,
});
