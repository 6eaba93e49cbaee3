import { operationAction } from "../../operationAction";
import { getAccountExample } from "./examples";

export const getAccount = operationAction("GET /account", {
  display: { label: "Get Account", description: "Retrieve your account." },
  inputs: {},
  examplePayload: getAccountExample,
});
