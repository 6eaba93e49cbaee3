import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";

export type JobRecord = Readonly<Schemas["Job"]>;

export function jobCollection() {
  return new Collection<JobRecord, "created_datetime">(
    { orders: { created_datetime: (job) => job.created_datetime ?? "" }, groups: {} },
    831,
  );
}
