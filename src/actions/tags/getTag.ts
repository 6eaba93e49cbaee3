import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { tagExample } from "./examples";
import { tagId } from "./inputs";
import type { Tag } from "./types";

export const getTag = gorgiasAction({
  operation: "get-tag",
  display: { label: "Get Tag", description: "Retrieve a tag." },
  reads: true,
  inputs: { connection, id: tagId("get-tag", "ID of the tag you're looking for."), debugRequest },
  perform: async (client, { id }) => ({ data: await client.get<Tag>(path`/tags/${id}`) }),
  examplePayload: tagExample,
});
