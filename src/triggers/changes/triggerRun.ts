import type { Connection } from "@prismatic-io/spectral";
import { createRunClient, type RunContext } from "../../client";
import { accountIdentity } from "../../http/account";
import type { SortableTimestamp } from "../../timestamp";
import { type ChangeItem, pollChanges } from "./poll";
import { type Change, type PollState, readPollState } from "./pollState";
import type { ResourceType } from "./sources";

/** What the triggers that look for changes are told by the builder. */
export interface TriggerInputs {
  connection: unknown;
  pollResourceType: ResourceType;
  recordsSince?: SortableTimestamp;
}

/**
 * One run of a trigger that looks for changes. The caller keeps the state that it returns, last of
 * all: a run that fails leaves the kept state as it was, and the next one delivers the same.
 *
 * @param kept what the run before kept, or the page before of the same run.
 */
export async function runTrigger(
  context: RunContext,
  { connection, pollResourceType: resource, recordsSince }: TriggerInputs,
  kept: Record<string, unknown>,
  isShown: (change: Change) => boolean = () => true,
): Promise<{ items: ChangeItem[]; state: PollState }> {
  const client = createRunClient(context, connection);
  const account = accountIdentity(connection as Connection);
  const state = readPollState(kept, { account, resource });
  return pollChanges(client, { account, resource, recordsSince, state, isShown });
}
