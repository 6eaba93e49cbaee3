import { userFilters } from "../actions/users/listUsers";
import type { User } from "../actions/users/types";
import { path } from "../http/path";
import { gorgiasPicklist } from "./picklist";

export const selectUser = gorgiasPicklist({
  display: { label: "Select User", description: "Select a user from a list of users." },
  inputs: userFilters,
  path: path`/users`,
  kind: "User",
  names: ({ name, email }: User) => [name, email],
  examplePayload: {
    result: [
      { key: "93", label: "Jane Doe" },
      { key: "94", label: "Sam Lee" },
    ],
  },
});
