import { operationAction } from "../../operationAction";
import { listUsersExample } from "./examples";

/** The filters that List Users and the user picker share. */
export const userFilters = {
  search: {
    label: "Search Text",
    comments: "Words to look for in the names and emails of users.",
    example: "jane",
  },
  roles: {
    label: "Roles",
    comments: "Roles to select users by: a user with any of them is listed.",
    example: "agent",
  },
} as const;

export const listUsers = operationAction("GET /users", {
  display: { label: "List Users", description: "List the users of the Gorgias account." },
  lists: "users",
  inputs: {
    ...userFilters,
    email: {
      label: "Email",
      comments: "Exact email address of the user to look for.",
      example: "jane@example.com",
    },
    external_id: {
      label: "External ID",
      comments: "ID of the user in another system.",
      example: "EMP-42",
    },
    available_first: {
      label: "Available First",
      comments: "Whether the users who are available now are listed before the others.",
      example: "true",
    },
    order_by: {
      label: "Order By",
      comments: "Attribute used to order users.",
      example: "name:asc",
    },
  },
  examplePayload: listUsersExample,
});
