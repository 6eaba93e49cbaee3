import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";

export type ViewRecord = Readonly<Schemas["View"]>;

export function viewCollection() {
  return new Collection<ViewRecord, "created_datetime">(
    { orders: { created_datetime: (view) => view.created_datetime ?? "" }, groups: {} },
    501,
  );
}
