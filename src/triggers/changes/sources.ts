import type { GorgiasClient } from "../../client";
import type { GorgiasEvent } from "../../contract/types";
import { GorgiasError } from "../../http/errors";
import { type ApiPath, path } from "../../http/path";
import type { QueryParams } from "../../http/query";
import type { SortableTimestamp } from "../../timestamp";
import { toSortableTimestamp } from "../../timestamp";
import type { Stamp } from "./watermark";

/** A record of any resource, as Gorgias lists it. */
export type GorgiasRecord = Record<string, unknown>;

/** What a check delivers. */
export interface ChangedRecords {
  created: GorgiasRecord[];
  updated: GorgiasRecord[];
}

/** A record, and why it is delivered: the initial sync, or what became of it since. */
export interface SyncItem {
  change: "created" | "updated" | "initial";
  record: GorgiasRecord;
}

/** Where the changes of a resource are read. */
interface Source {
  path: ApiPath;
  /** Newest first, by the resource's own sort key, and no further back than `since` if that helps. */
  filters(since?: SortableTimestamp): QueryParams;
  /** By which it is sorted. */
  sortedBy: "updated_datetime" | "created_datetime";
  /** Makes what is delivered of what is listed; undefined when there is nothing left to deliver. */
  toRecord?(client: GorgiasClient, listed: GorgiasRecord): Promise<GorgiasRecord | undefined>;
}

const newest = { order_by: "created_datetime:desc" };

/**
 * What can be watched. Gorgias sorts tickets and customers by when they changed; messages and events
 * only by when they came into being, and surveys too, so that an answer is found through its event
 * (contract, README "Lists and time").
 */
export const SOURCES = {
  tickets: {
    path: path`/tickets`,
    filters: () => ({ order_by: "updated_datetime:desc" }),
    sortedBy: "updated_datetime",
  },
  customers: {
    path: path`/customers`,
    filters: () => ({ order_by: "updated_datetime:desc" }),
    sortedBy: "updated_datetime",
  },
  messages: {
    path: path`/messages`,
    filters: () => newest,
    sortedBy: "created_datetime",
  },
  events: {
    path: path`/events`,
    filters: (since) => ({ ...newest, ...within(since) }),
    sortedBy: "created_datetime",
  },
  satisfaction_responses: {
    path: path`/events`,
    filters: (since) => ({ ...newest, ...within(since), types: ["satisfaction-survey-responded"] }),
    sortedBy: "created_datetime",
    toRecord: toSurvey,
  },
} satisfies Record<string, Source>;

export type ResourceType = keyof typeof SOURCES;
export const RESOURCE_TYPES = Object.keys(SOURCES) as ResourceType[];

export function sourceOf(resource: ResourceType): Source {
  return SOURCES[resource];
}

/** @throws GorgiasError for a record without an id or a time: it could be neither placed nor skipped. */
export function stampOf({ sortedBy, path: at }: Source, record: GorgiasRecord): Stamp {
  const created = toSortableTimestamp(record.created_datetime);
  const time = toSortableTimestamp(record[sortedBy]) ?? created;
  if (typeof record.id !== "number" || time === undefined) {
    throw new GorgiasError(`Gorgias answered GET ${at} with a record without id or ${sortedBy}`, {
      method: "GET",
      path: at,
    });
  }
  return { id: record.id, time, created: created ?? time };
}

/** A survey cannot be found by its answer, so the event of the answer names it. */
async function toSurvey(
  client: GorgiasClient,
  listed: GorgiasRecord,
): Promise<GorgiasRecord | undefined> {
  const { object_id, id } = listed as unknown as GorgiasEvent;
  try {
    return await client.get<GorgiasRecord>(path`/satisfaction-surveys/${object_id ?? 0}`);
  } catch (error) {
    if (!(error instanceof GorgiasError) || error.status !== 404) {
      throw error;
    }
    client.logger.warn(`Event ${id}: satisfaction survey ${object_id} no longer exists.`);
    return undefined;
  }
}

function within(since?: SortableTimestamp): QueryParams {
  return since ? { created_datetime: { gte: since } } : {};
}
