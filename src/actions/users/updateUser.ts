import { operationAction } from "../../operationAction";
import { userExample } from "./examples";
import { roleKind, userEmail, userFields, userId, userName, userRole } from "./inputs";
import { passwordFields } from "./passwordInputs";

export const updateUser = operationAction("PUT /users/{id}", {
  display: { label: "Update User", description: "Update a user of the Gorgias account." },
  inputs: {
    id: userId("ID of the user to update. 0 is the user of the connection."),
    email: userEmail,
    name: userName,
    role: { ...userRole, as: roleKind },
    ...userFields,
    ...passwordFields,
  },
  clearFields: { example: "bio", except: ["two_fa_code"] },
  examplePayload: userExample,
  // A password that was changed is no longer the old one.
  effect: ({ new_password }) => (new_password ? "once" : "same"),
});
