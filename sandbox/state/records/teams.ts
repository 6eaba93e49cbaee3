import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";

export type TeamRecord = Readonly<Schemas["Team"]>;

export function teamCollection() {
  return new Collection<TeamRecord, "created_datetime">(
    { orders: { created_datetime: (team) => team.created_datetime ?? "" }, groups: {} },
    101,
  );
}
