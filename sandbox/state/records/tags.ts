import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";

export type TagRecord = Readonly<Schemas["Tag"]>;

export function tagCollection() {
  return new Collection<TagRecord, "created_datetime", "name">(
    {
      orders: { created_datetime: (tag) => tag.created_datetime ?? "" },
      groups: { name: (tag) => [tag.name] },
    },
    201,
  );
}
