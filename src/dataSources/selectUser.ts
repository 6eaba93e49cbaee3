import { userFilters } from "../actions/users/listUsers";
import { gorgiasPicklist } from "./picklist";

export const selectUser = gorgiasPicklist("GET /users", {
  display: { label: "Select User", description: "Select a user from a list of users." },
  inputs: userFilters,
  kind: "User",
  names: ({ name, email }) => [name, email],
  examplePayload: {
    result: [
      { key: "93", label: "Jane Doe" },
      { key: "94", label: "Sam Lee" },
    ],
  },
});
