import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { userExample } from "./examples";
import { userId } from "./inputs";
import type { User } from "./types";

export const getUser = gorgiasAction({
  operation: "get-user",
  display: { label: "Get User", description: "Retrieve a user of the Gorgias account." },
  reads: true,
  inputs: {
    connection,
    id: userId("get-user", "ID of the user to retrieve. 0 is the user of the connection."),
    debugRequest,
  },
  perform: async (client, { id }) => ({ data: await client.get<User>(path`/users/${id}`) }),
  examplePayload: userExample,
});
