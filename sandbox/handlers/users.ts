import { sortedBy } from "../collection";
import type { QueryOf } from "../contract/types";
import { readOrder } from "../lists";
import type { UserRecord } from "../state/records/users";
import { createUser, deleteUser, requireUserById, updateUser } from "../state/users";
import type { Handlers } from "./handler";

const SORT_KEYS = {
  created_datetime: (user: UserRecord) => user.created_datetime,
  name: (user: UserRecord) => user.name?.toLowerCase(),
  email: (user: UserRecord) => user.email?.toLowerCase(),
  "role.name": (user: UserRecord) => user.role.name,
};

export const userHandlers: Handlers = {
  "list-users": ({ state, query, pager }) => {
    const { field } = readOrder<keyof typeof SORT_KEYS>(query.order_by);
    return {
      status: 200,
      body: pager.page(query, {
        records: sortedBy(state.users.values(), SORT_KEYS[field]),
        matches: matcher(query),
        hasTotal: true,
        render: (user) => user,
      }),
    };
  },

  "create-user": ({ state, actor, body }) => ({
    status: 201,
    body: createUser(state, actor, body),
  }),

  "get-user": ({ state, path }) => ({ status: 200, body: requireUserById(state, path.id) }),

  "update-user": ({ state, actor, path, body }) => ({
    status: 202,
    body: updateUser(state, actor, requireUserById(state, path.id), body),
  }),

  "delete-user": ({ state, actor, path }) => {
    deleteUser(state, actor, requireUserById(state, path.id));
    return { status: 204, body: undefined };
  },
};

/** Everybody counts as available, so `available_first` changes nothing. */
function matcher({
  email,
  external_id,
  roles,
  search = "",
}: QueryOf<"list-users">): (user: UserRecord) => boolean {
  const text = search.toLowerCase();
  return (user) =>
    (email === undefined || user.email?.toLowerCase() === email.toLowerCase()) &&
    (external_id === undefined || user.external_id === external_id) &&
    (roles === undefined || roles.some((role) => role === user.role.name)) &&
    [user.name, user.email].some((value) => value?.toLowerCase().includes(text));
}
