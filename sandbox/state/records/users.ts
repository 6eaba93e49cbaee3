import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";

export type UserRecord = Readonly<Schemas["User"]>;

export function userCollection() {
  return new Collection<UserRecord, "created_datetime", "email">({
    orders: { created_datetime: (user) => user.created_datetime ?? "" },
    groups: { email: (user) => [(user.email ?? "").toLowerCase()] },
  });
}
