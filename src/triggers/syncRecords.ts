import { batchTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import { createRunClient, type GorgiasClient } from "../client";
import { timestamp } from "../inputs/clean";
import { input } from "../inputs/field";
import { connection } from "../inputs/shared";
import { toSortableTimestamp } from "../timestamp";
import { readFirstMark, type WatchState } from "./changes/poll";
import { type ResourceType, type SyncItem, sourceOf } from "./changes/sources";
import { readSyncPage, type SyncCursor } from "./changes/sync";
import { isCreation, NOTHING_SEEN, type Stamp, type Watermark } from "./changes/watermark";
import { syncedTicketsExample } from "./examples";
import { pollResourceType } from "./inputs";

/** What the platform splits into batches, one execution a batch. */
const BATCH_SIZE = 100;

interface PollingState {
  getState(): Record<string, unknown>;
  setState(state: Record<string, unknown>): void;
}

export const syncRecords = batchTrigger({
  display: {
    label: "Sync Records",
    description:
      "Delivers all records of an account in batches when an instance is deployed, if the flow runs an initial sync, and on each scheduled run what was created or updated since. Without an initial sync, the first run remembers what exists and delivers nothing.",
  },
  inputs: { connection, pollResourceType },
  scheduleSupport: "required",
  batchConfig: { batchSize: BATCH_SIZE },
  perform: async (context, payload: TriggerPayload<SyncCursor>, inputs) => {
    const { pollResourceType: resource } = inputs;
    const client = createRunClient(context, inputs.connection);
    const { resource: known, mark } = context.polling.getState() as Partial<WatchState>;
    if (known !== resource || !mark) {
      context.polling.setState({ resource, mark: await readFirstMark(client, resource) });
      return { items: [] as SyncItem[], polledNoChanges: true };
    }
    return runPage(client, context.polling, resource, mark, payload.paginationState, (stamp) =>
      isCreation(mark, stamp) ? "created" : "updated",
    );
  },
  onDeploy: {
    inputs: {
      recordsSince: input(
        {
          label: "Records Since",
          comments:
            "Only records that were created or updated at this time or later take part in the initial sync. If left blank, all do.",
          example: "2026-01-01T00:00:00Z",
        },
        { type: "string", clean: timestamp("Records Since") },
      ),
    },
    perform: async (context, payload: TriggerPayload<SyncCursor>, inputs) => {
      const { pollResourceType: resource, recordsSince } = inputs;
      const client = createRunClient(context, inputs.connection);
      const mark = {
        ...NOTHING_SEEN,
        time: toSortableTimestamp(recordsSince) ?? NOTHING_SEEN.time,
      };
      const from = payload.paginationState;
      return runPage(client, context.polling, resource, mark, from, () => "initial");
    },
  },
  examplePayload: syncedTicketsExample,
});

/**
 * One page of a run. The new mark is kept with the last page only, so that a run that dies half-way
 * is run again.
 */
async function runPage(
  client: GorgiasClient,
  polling: PollingState,
  resource: ResourceType,
  mark: Watermark,
  from: SyncCursor | undefined,
  changeOf: (stamp: Stamp) => SyncItem["change"],
) {
  const page = await readSyncPage(client, resource, mark, from);
  const { toRecord } = sourceOf(resource);
  const items: SyncItem[] = [];
  for (const { record, stamp } of page.changes) {
    const complete = toRecord ? await toRecord(client, record) : record;
    if (complete) {
      items.push({ change: changeOf(stamp), record: complete });
    }
  }
  if (page.mark) {
    polling.setState({ resource, mark: page.mark });
  }
  return {
    items,
    paginationState: page.next ?? null,
    polledNoChanges: items.length === 0 && page.next === undefined,
  };
}
