import type { GorgiasClient } from "../../client";
import { type ApiPath, path } from "../../http/path";
import type { QueryParams } from "../../http/query";
import { BEFORE_ALL, type SortableTimestamp, toSortableTimestamp } from "../../timestamp";
import type { GorgiasRecord } from "./records";
import { readAnsweredSurvey, type Unreadable } from "./surveys";
import type { RecordVersion } from "./watermark";

/** Where the changes of a resource are read. */
export interface Source {
  path: ApiPath;
  /** The time by which Gorgias can sort it. */
  sortedBy: "updated_datetime" | "created_datetime";
  /** Gorgias filters it by that time: it is read upwards from the watermark, else down to it. */
  hasTimeFilter: boolean;
  filters?: QueryParams;
  /** Reads what is delivered for what is listed. */
  readRecord?(client: GorgiasClient, listed: GorgiasRecord): Promise<GorgiasRecord | Unreadable>;
}

/**
 * What can be watched. Gorgias sorts tickets and customers by when they changed; messages and events
 * only by when they came into being, and surveys too, so that an answer is found through its event
 * (contract, README "Lists and time").
 */
const SOURCES = {
  tickets: { path: path`/tickets`, sortedBy: "updated_datetime", hasTimeFilter: false },
  customers: { path: path`/customers`, sortedBy: "updated_datetime", hasTimeFilter: false },
  messages: { path: path`/messages`, sortedBy: "created_datetime", hasTimeFilter: false },
  events: { path: path`/events`, sortedBy: "created_datetime", hasTimeFilter: true },
  satisfaction_responses: {
    path: path`/events`,
    sortedBy: "created_datetime",
    hasTimeFilter: true,
    filters: { types: ["satisfaction-survey-responded"] },
    readRecord: readAnsweredSurvey,
  },
} satisfies Record<string, Source>;

export type ResourceType = keyof typeof SOURCES;
export const RESOURCE_TYPES = Object.keys(SOURCES) as ResourceType[];

export function sourceOf(resource: ResourceType): Source {
  return SOURCES[resource];
}

/** The query that reads a resource newest first. */
export function newestFirst({ filters, sortedBy }: Source): QueryParams {
  return { ...filters, order_by: `${sortedBy}:desc` };
}

/** The query that reads a resource oldest first, from a time on. */
export function oldestFirst({ filters, sortedBy }: Source, from: SortableTimestamp): QueryParams {
  const since = from === BEFORE_ALL ? {} : { [sortedBy]: { gte: from } };
  return { ...filters, order_by: `${sortedBy}:asc`, ...since };
}

/** @returns undefined for what has no id: it could be neither remembered nor told from others. */
export function versionOf({ sortedBy }: Source, record: unknown): RecordVersion | undefined {
  const listed = (record ?? {}) as GorgiasRecord;
  const id = typeof listed.id === "string" && /^\d+$/.test(listed.id) ? +listed.id : listed.id;
  if (typeof id !== "number" || !Number.isSafeInteger(id)) {
    return undefined;
  }
  const created = toSortableTimestamp(listed.created_datetime);
  const time = toSortableTimestamp(listed[sortedBy]);
  return {
    id,
    time: time ?? created ?? toSortableTimestamp(listed.updated_datetime) ?? BEFORE_ALL,
    created,
    isStandIn: time === undefined,
  };
}
