import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { tagId } from "./inputs";

export const deleteTag = gorgiasAction({
  operation: "delete-tag",
  display: { label: "Delete Tag", description: "Delete a tag." },
  reads: false,
  inputs: { connection, id: tagId("delete-tag", "ID of the tag to delete."), debugRequest },
  perform: (client, { id }) => succeed(client.delete(path`/tags/${id}`)),
  examplePayload: SUCCESS,
});
