import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { userId } from "./inputs";

export const deleteUser = gorgiasAction({
  operation: "delete-user",
  display: { label: "Delete User", description: "Delete a user of the Gorgias account." },
  reads: false,
  inputs: { connection, id: userId("delete-user", "ID of the user to delete."), debugRequest },
  perform: (client, { id }) => succeed(client.delete(path`/users/${id}`)),
  examplePayload: SUCCESS,
});
