import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";

export type WidgetRecord = Readonly<Schemas["Widget"]>;

export function widgetCollection() {
  return new Collection<WidgetRecord>({ orders: {}, groups: {} }, 801);
}
