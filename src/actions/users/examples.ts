import type { Schemas } from "../../contract/types";
import type { ListEnvelope } from "../../lists";

const user: Schemas["User"] = {
  id: 93,
  active: true,
  bio: "Returns specialist.",
  country: "FR",
  created_datetime: "2025-02-07T09:55:18.064317+00:00",
  deactivated_datetime: null,
  email: "jane@example.com",
  external_id: "EMP-42",
  firstname: "Jane",
  lastname: "Doe",
  language: "en",
  meta: { profile_picture_url: "https://example.com/jane.png" },
  name: "Jane Doe",
  role: { name: "agent" },
  timezone: "Europe/Paris",
  updated_datetime: "2025-02-08T14:20:41.502113+00:00",
  uri: "/api/users/93/",
};

export const userExample = { data: user };

export const listUsersExample: { data: ListEnvelope<Schemas["User"]> } = {
  data: {
    object: "list",
    uri: "/api/users",
    data: [user],
    meta: { prev_cursor: null, next_cursor: null },
  },
};
