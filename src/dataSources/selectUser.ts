import { userFilters } from "../actions/users/listUsers";
import { gorgiasPicklist } from "./picklist";

export const selectUser = gorgiasPicklist("GET /users", {
  display: { label: "Select User", description: "Select a user from a list of users." },
  inputs: {
    roles: userFilters.roles,
    // Not `search`: beside a view, that is the view's own.
    user_search: { ...userFilters.search, field: "search", label: "Search Users" },
  },
  toFilters: ({ user_search: search, ...filters }) => ({ ...filters, search }),
  sortBy: "label",
  kind: "User",
  names: ({ name, email }) => [name, email],
  examplePayload: {
    result: [
      { key: "93", label: "Jane Doe" },
      { key: "94", label: "Sam Lee" },
    ],
  },
});
