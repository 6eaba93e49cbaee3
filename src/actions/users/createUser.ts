import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { userExample } from "./examples";
import { roleKind, userEmail, userFields, userName, userRole } from "./inputs";
import type { User } from "./types";

const field = fieldsOf("create-user");

export const createUser = gorgiasAction({
  operation: "create-user",
  display: { label: "Create User", description: "Create a user of the Gorgias account." },
  reads: false,
  inputs: {
    connection,
    email: field("email", { ...userEmail, required: true }),
    name: field("name", { ...userName, required: true }),
    role: field("role", { ...userRole, required: true }, roleKind),
    ...userFields("create-user"),
    debugRequest,
  },
  perform: async (client, user) => ({
    data: await client.post<User>(path`/users`, user, {
      creates: { what: "user", advice: "look with List Users (Email) before you run this again" },
    }),
  }),
  examplePayload: userExample,
});
