import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { changes, clearFields, connection, debugRequest } from "../../inputs/shared";
import { tagExample } from "./examples";
import { tagFields, tagId } from "./inputs";
import type { Tag } from "./types";

export const updateTag = gorgiasAction({
  operation: "update-tag",
  display: { label: "Update Tag", description: "Update a tag." },
  reads: false,
  inputs: {
    connection,
    id: tagId("update-tag", "ID of the tag to update."),
    ...tagFields("update-tag", false),
    clear_fields: clearFields("update-tag", "description"),
    debugRequest,
  },
  perform: async (client, { id, clear_fields, ...tag }) => ({
    data: await client.put<Tag>(path`/tags/${id}`, changes(tag, clear_fields)),
  }),
  examplePayload: tagExample,
});
