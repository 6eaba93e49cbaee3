import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { tagExample } from "./examples";
import type { Tag } from "./types";

const field = fieldsOf("merge-tags");

export const mergeTags = gorgiasAction({
  operation: "merge-tags",
  display: { label: "Merge Tags", description: "Merge tags into one that remains." },
  reads: false,
  inputs: {
    connection,
    destination_tag_id: field("destination_tag_id", {
      label: "Destination Tag ID",
      comments: "ID of the tag that remains.",
      example: "201",
      required: true,
      dataSource: "selectTag",
    }),
    source_tags_ids: field("source_tags_ids", {
      label: "Source Tag IDs",
      comments:
        "IDs of the tags that are merged into the destination tag and are no more after it.",
      example: "202",
      required: true,
      dataSource: "selectTag",
    }),
    debugRequest,
  },
  perform: async (client, { destination_tag_id, source_tags_ids }) => ({
    data: await client.put<Tag>(path`/tags/${destination_tag_id}/merge`, { source_tags_ids }),
  }),
  examplePayload: tagExample,
});
