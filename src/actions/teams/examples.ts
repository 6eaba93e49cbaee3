import type { Schemas } from "../../contract/types";
import type { ListEnvelope } from "../../lists";

const team: Schemas["Team"] = {
  id: 12,
  uri: "/api/teams/12/",
  name: "Returns",
  description: "Handles returns and refunds.",
  decoration: { emoji: "📦" },
  members: [
    { id: 93, name: "Jane Doe", email: "jane@example.com" },
    { id: 94, name: "Sam Lee", email: "sam@example.com" },
  ],
  created_datetime: "2025-02-07T09:55:18.064317+00:00",
};

export const teamExample = { data: team };

export const listTeamsExample: { data: ListEnvelope<Schemas["Team"]> } = {
  data: {
    object: "list",
    uri: "/api/teams",
    data: [team],
    meta: { prev_cursor: null, next_cursor: null },
  },
};
