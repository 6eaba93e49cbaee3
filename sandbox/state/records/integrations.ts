import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";

export type IntegrationRecord = Readonly<Schemas["Integration"]>;

export function integrationCollection() {
  return new Collection<IntegrationRecord, "created_datetime">(
    { orders: { created_datetime: (one) => one.created_datetime ?? "" }, groups: {} },
    401,
  );
}
