import { operationAction } from "../../operationAction";
import { listTeamsExample } from "./examples";

export const listTeams = operationAction("GET /teams", {
  display: { label: "List Teams", description: "List the teams with their members." },
  lists: "teams",
  inputs: {
    order_by: {
      label: "Order By",
      comments: "Attribute used to order teams. If left blank, the newest come first.",
      example: "name:asc",
    },
  },
  examplePayload: listTeamsExample,
});
