import { operationAction } from "../../operationAction";
import { userExample } from "./examples";
import { roleKind, userEmail, userFields, userName, userRole } from "./inputs";

export const createUser = operationAction("POST /users", {
  display: { label: "Create User", description: "Create a user of the Gorgias account." },
  creates: { what: "user", lookWith: "List Users (Email)" },
  inputs: {
    email: { ...userEmail, required: true },
    name: { ...userName, required: true },
    role: { ...userRole, required: true, as: roleKind },
    ...userFields,
  },
  examplePayload: userExample,
});
