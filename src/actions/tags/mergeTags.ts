import { refuseItself } from "../../inputs/merges";
import { operationAction } from "../../operationAction";
import { tagExample } from "./examples";

export const mergeTags = operationAction("PUT /tags/{destination_tag_id}/merge", {
  display: { label: "Merge Tags", description: "Merge tags into one that remains." },
  inputs: {
    destination_tag_id: {
      label: "Target Tag ID",
      comments: "ID of the tag that remains.",
      example: "201",
      required: true,
      dataSource: "selectTag",
    },
    source_tags_ids: {
      label: "Source Tag IDs",
      comments: "IDs of the tags that are merged into the target and then deleted.",
      example: "202",
      required: true,
      dataSource: "selectTag",
    },
  },
  prepare: ({ source_tags_ids, destination_tag_id }) => {
    refuseItself("Source Tag IDs", "Target Tag ID", source_tags_ids, destination_tag_id);
    return {};
  },
  examplePayload: tagExample,
});
