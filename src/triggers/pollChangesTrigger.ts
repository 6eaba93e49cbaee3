import { pollingTrigger } from "@prismatic-io/spectral";
import { connection, toggle } from "../inputs/shared";
import { toSortableTimestamp } from "../timestamp";
import type { ChangeItem } from "./changes/poll";
import type { ChangedRecords, GorgiasRecord } from "./changes/records";
import { runTrigger } from "./changes/triggerRun";
import { changedTicketsExample } from "./examples";
import { pollResourceType, recordsSince } from "./inputs";

/** Records in a batch, one execution a batch, for a flow that has batching switched on. */
const BATCH_SIZE = 100;

export const pollChangesTrigger = pollingTrigger({
  display: {
    label: "New and Updated Records",
    description:
      "Checks Gorgias on a schedule for records that were created or updated since the last check. The first check begins at Records Since or, if that is blank, remembers what exists and delivers nothing.",
  },
  inputs: {
    connection,
    pollResourceType,
    recordsSince,
    showNewRecords: toggle({
      label: "Show New Records",
      comments: "Whether records that were created since the last check are delivered.",
      example: "true",
      isOn: true,
    }),
    showUpdatedRecords: toggle({
      label: "Show Updated Records",
      comments: "Whether records that were updated since the last check are delivered.",
      example: "true",
      isOn: true,
    }),
  },
  triggerResolverSupport: "valid",
  batchConfig: { batchSize: BATCH_SIZE, concurrentBatchLimit: 1 },
  triggerResolver: {
    resolveItems: (_context, { payload }) => toItems(payload.body.data as ChangedRecords),
  },
  perform: async (context, payload, inputs) => {
    const { items, state } = await runTrigger(
      context,
      inputs,
      context.polling.getState(),
      (change) => (change === "created" ? inputs.showNewRecords : inputs.showUpdatedRecords),
    );
    const data: ChangedRecords = { created: [], updated: [] };
    for (const { change, record } of items) {
      data[change].push(record);
    }
    context.polling.setState({ ...state });
    return {
      payload: { ...payload, body: { data, contentType: "application/json" } },
      polledNoChanges: items.length === 0,
    };
  },
  examplePayload: changedTicketsExample,
});

/** The items that the platform splits into batches: created and updated ones together, oldest first. */
function toItems({ created, updated }: ChangedRecords): ChangeItem[] {
  const items: ChangeItem[] = [
    ...created.map((record) => ({ change: "created" as const, record })),
    ...updated.map((record) => ({ change: "updated" as const, record })),
  ];
  const times = new Map(items.map((item) => [item, timeOf(item.record)]));
  return items.sort((a, b) => ((times.get(a) ?? "") < (times.get(b) ?? "") ? -1 : 1));
}

function timeOf({ updated_datetime, created_datetime }: GorgiasRecord): string {
  return toSortableTimestamp(updated_datetime) ?? toSortableTimestamp(created_datetime) ?? "";
}
