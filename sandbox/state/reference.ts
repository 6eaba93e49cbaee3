/** What tickets refer to: users, teams, tags, custom fields, integrations, views. */
import type { Schemas } from "../api";
import { Collection } from "../collection";

export type UserRecord = Readonly<Schemas["User"]>;
export type TeamRecord = Readonly<Schemas["Team"]>;
export type TagRecord = Readonly<Schemas["Tag"]>;
export type CustomFieldRecord = Readonly<Schemas["CustomField"]>;
export type IntegrationRecord = Readonly<Schemas["Integration"]>;
export type ViewRecord = Readonly<Schemas["View"]>;

function created(record: { created_datetime?: string | null }) {
  return record.created_datetime ?? "";
}

/** Ids of each kind start at a number of their own, so that one taken for another does not work. */
export function referenceCollections() {
  return {
    users: new Collection<UserRecord, "created_datetime", "email">({
      orders: { created_datetime: created },
      groups: { email: (user) => [(user.email ?? "").toLowerCase()] },
    }),
    teams: new Collection<TeamRecord, "created_datetime">(
      { orders: { created_datetime: created }, groups: {} },
      101,
    ),
    tags: new Collection<TagRecord, "created_datetime", "name">(
      { orders: { created_datetime: created }, groups: { name: (tag) => [tag.name] } },
      201,
    ),
    customFields: new Collection<CustomFieldRecord>({ orders: {}, groups: {} }, 301),
    integrations: new Collection<IntegrationRecord, "created_datetime">(
      { orders: { created_datetime: created }, groups: {} },
      401,
    ),
    views: new Collection<ViewRecord, "created_datetime">(
      { orders: { created_datetime: created }, groups: {} },
      501,
    ),
  };
}
