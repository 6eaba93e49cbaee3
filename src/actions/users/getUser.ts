import { operationAction } from "../../operationAction";
import { userExample } from "./examples";
import { userId } from "./inputs";

export const getUser = operationAction("GET /users/{id}", {
  display: { label: "Get User", description: "Retrieve a user of the Gorgias account." },
  inputs: { id: userId("ID of the user to retrieve. 0 is the user of the connection.") },
  examplePayload: userExample,
});
