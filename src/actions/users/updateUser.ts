import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { changes, clearFields, connection, debugRequest } from "../../inputs/shared";
import { userExample } from "./examples";
import { roleKind, userEmail, userFields, userId, userName, userRole } from "./inputs";
import { passwordFields } from "./passwordInputs";
import type { User } from "./types";

const field = fieldsOf("update-user");

export const updateUser = gorgiasAction({
  operation: "update-user",
  display: { label: "Update User", description: "Update a user of the Gorgias account." },
  reads: false,
  inputs: {
    connection,
    id: userId("update-user", "ID of the user to update. 0 is the user of the connection."),
    email: field("email", userEmail),
    name: field("name", userName),
    role: field("role", userRole, roleKind),
    ...userFields("update-user"),
    ...passwordFields,
    clear_fields: clearFields("update-user", "bio"),
    debugRequest,
  },
  perform: async (client, { id, clear_fields, ...user }) => ({
    data: await client.put<User>(path`/users/${id}`, changes(user, clear_fields)),
  }),
  examplePayload: userExample,
});
