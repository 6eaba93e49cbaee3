import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";

export const deleteTags = gorgiasAction({
  operation: "delete-tags",
  display: { label: "Delete Tags", description: "Delete several tags at once." },
  reads: false,
  inputs: {
    connection,
    ids: fieldsOf("delete-tags")("ids", {
      label: "Tag IDs",
      comments: "IDs of the tags to delete. Tags that macros or rules use cannot be deleted.",
      example: "201",
      required: true,
      dataSource: "selectTag",
    }),
    debugRequest,
  },
  perform: (client, { ids }) => succeed(client.delete(path`/tags`, { ids })),
  examplePayload: SUCCESS,
});
