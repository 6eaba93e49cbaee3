import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listUsersExample } from "./examples";
import type { User } from "./types";

const field = fieldsOf("list-users");
const { cursor, fetchAll, limit } = paging("list-users", "users");

/** The filters that List Users and the user picker share. */
export const userFilters = {
  search: field("search", {
    label: "Search",
    comments: "Words to look for in the names and emails of users.",
    example: "jane",
  }),
  roles: field("roles", {
    label: "Roles",
    comments: "Roles to select users by: a user with any of them is listed.",
    example: "agent",
  }),
};

export const listUsers = gorgiasAction({
  operation: "list-users",
  display: { label: "List Users", description: "List the users of the Gorgias account." },
  reads: true,
  inputs: {
    connection,
    ...userFilters,
    email: field("email", {
      label: "Email",
      comments: "Exact email address of the user to look for.",
      example: "jane@example.com",
    }),
    external_id: field("external_id", {
      label: "External ID",
      comments: "ID of the user in another system.",
      example: "EMP-42",
    }),
    available_first: field("available_first", {
      label: "Available First",
      comments: "Whether the users who are available now are listed before the others.",
      example: "true",
    }),
    order_by: field("order_by", {
      label: "Order By",
      comments: "Attribute used to order users.",
      example: "name:asc",
    }),
    fetchAll,
    limit,
    cursor,
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<User>(client, path`/users`, inputs),
  }),
  examplePayload: listUsersExample,
});
