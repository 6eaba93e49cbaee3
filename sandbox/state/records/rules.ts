import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";

export type RuleRecord = Readonly<Schemas["Rule"]>;

export function ruleCollection() {
  return new Collection<RuleRecord, "created_datetime">(
    { orders: { created_datetime: (rule) => rule.created_datetime ?? "" }, groups: {} },
    601,
  );
}
