import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { tagExample } from "./examples";
import { tagFields } from "./inputs";
import type { Tag } from "./types";

export const createTag = gorgiasAction({
  operation: "create-tag",
  display: { label: "Create Tag", description: "Create a tag." },
  reads: false,
  inputs: { connection, ...tagFields("create-tag", true), debugRequest },
  perform: async (client, tag) => ({
    data: await client.post<Tag>(path`/tags`, tag, {
      creates: { what: "tag", advice: "look with List Tags before you run this again" },
    }),
  }),
  examplePayload: tagExample,
});
