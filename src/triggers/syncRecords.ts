import { batchTrigger, type TriggerPayload } from "@prismatic-io/spectral";
import type { RunContext } from "../client";
import { connection } from "../inputs/shared";
import { runTrigger, type TriggerInputs } from "./changes/triggerRun";
import { syncedTicketsExample } from "./examples";
import { pollResourceType, recordsSince } from "./inputs";

/** What the platform splits into batches, one execution a batch. */
const BATCH_SIZE = 100;

/** Between the pages of a run: what its last page will keep. A `type`, as the platform wants. */
type SyncPosition = Record<string, unknown>;

interface PollingContext extends RunContext {
  polling: {
    getState(): Record<string, unknown>;
    setState(state: Record<string, unknown>): void;
  };
}

export const syncRecords = batchTrigger({
  display: {
    label: "Sync Records",
    description:
      "Delivers records in batches, on a schedule: first those created or updated at Records Since or later, then what is created or updated. If Records Since is blank, the first run remembers what exists and delivers nothing.",
  },
  inputs: { connection, pollResourceType, recordsSince },
  scheduleSupport: "required",
  batchConfig: { batchSize: BATCH_SIZE, concurrentBatchLimit: 1 },
  perform: runPage,
  onDeploy: { perform: runPage },
  examplePayload: syncedTicketsExample,
});

/**
 * One page of a run, 1,000 records at most. The state goes from page to page and is kept with the
 * last one only: a run that breaks off is run again from its beginning, whether the platform would
 * have kept what its pages set or not.
 */
async function runPage(
  { polling, ...context }: PollingContext,
  { paginationState }: TriggerPayload<SyncPosition>,
  inputs: TriggerInputs,
) {
  const { items, state } = await runTrigger(context, inputs, paginationState ?? polling.getState());
  const isLast = state.backlog === null;
  if (isLast) {
    polling.setState({ ...state });
  }
  return {
    items,
    paginationState: isLast ? null : { ...state },
    polledNoChanges: items.length === 0 && isLast,
  };
}
