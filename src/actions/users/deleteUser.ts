import { operationAction } from "../../operationAction";
import { userId } from "./inputs";

export const deleteUser = operationAction("DELETE /users/{id}", {
  display: { label: "Delete User", description: "Delete a user of the Gorgias account." },
  inputs: { id: userId("ID of the user to delete.") },
});
