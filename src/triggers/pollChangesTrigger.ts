import { pollingTrigger } from "@prismatic-io/spectral";
import { createRunClient } from "../client";
import { connection, toggle } from "../inputs/shared";
import { type Change, poll, readFirstMark, type WatchState } from "./changes/poll";
import { type GorgiasRecord, sourceOf } from "./changes/sources";
import { changedTicketsExample } from "./examples";
import { pollResourceType } from "./inputs";

export const pollChangesTrigger = pollingTrigger({
  display: {
    label: "New and Updated Records",
    description:
      "Checks Gorgias on a schedule for records that were created or updated since the last check. The first check remembers what exists and delivers nothing.",
  },
  inputs: {
    connection,
    pollResourceType,
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
  perform: async (context, payload, inputs) => {
    const { pollResourceType: resource, showNewRecords, showUpdatedRecords } = inputs;
    const client = createRunClient(context, inputs.connection);
    const known = context.polling.getState() as Partial<WatchState>;
    const last = known.resource === resource && known.mark ? (known as WatchState) : undefined;
    const { changes, state } = last
      ? await poll(client, last)
      : { changes: [], state: { resource, mark: await readFirstMark(client, resource) } };

    const { toRecord } = sourceOf(resource);
    const records = async (kind: Change["change"], isShown: boolean): Promise<GorgiasRecord[]> => {
      const found = isShown ? changes.filter(({ change }) => change === kind) : [];
      const delivered: GorgiasRecord[] = [];
      for (const { record } of found) {
        const complete = toRecord ? await toRecord(client, record) : record;
        if (complete) {
          delivered.push(complete);
        }
      }
      return delivered;
    };
    const created = await records("created", showNewRecords);
    const updated = await records("updated", showUpdatedRecords);
    // Last of all: a check that fails leaves the state as it was, and the next one starts from it.
    context.polling.setState({ ...state });
    return {
      payload: {
        ...payload,
        body: { data: { created, updated }, contentType: "application/json" },
      },
      polledNoChanges: created.length + updated.length === 0,
    };
  },
  examplePayload: changedTicketsExample,
});
