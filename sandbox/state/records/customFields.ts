import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";

export type CustomFieldRecord = Readonly<Schemas["CustomField"]>;

export function customFieldCollection() {
  return new Collection<CustomFieldRecord>({ orders: {}, groups: {} }, 301);
}
