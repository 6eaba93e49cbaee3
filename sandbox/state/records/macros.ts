import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";

export type MacroRecord = Readonly<Schemas["Macro"]>;

export function macroCollection() {
  return new Collection<MacroRecord>({ orders: {}, groups: {} }, 751);
}
