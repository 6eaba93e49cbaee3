import { ROOMY_BUCKET } from "../support/actions";
import { apiKeyConnection, harness, recordingLogger, useSandbox } from "../support/integration";

const sandbox = useSandbox({ rateLimit: ROOMY_BUCKET, tickets: 250 });

interface Item {
  change: string;
  record: Record<string, unknown> & { id: number };
}
interface Page {
  resultType?: string;
  payload: { body: { data: Item[] }; paginationState: unknown };
}
type Perform = (context: unknown, payload: unknown, params: unknown) => Promise<Page>;

const trigger = harness.component.triggers.syncRecords as unknown as {
  perform: Perform;
  onDeployPerform: Perform;
  triggerResolverDefaultBatchSize: number;
  triggerResolverDefaultConcurrentBatchLimit: number;
  resolveTriggerItems(context: unknown, result: Page): Item[];
  getNextPaginationState(context: unknown, result: Page): unknown;
  resolveOnDeployItems(context: unknown, result: Page): Item[];
  getOnDeployNextPaginationState(context: unknown, result: Page): unknown;
};

/** What the platform keeps of a flow between its runs. */
let kept: Record<string, unknown>;
let log: ReturnType<typeof recordingLogger>;
beforeEach(() => {
  kept = {};
  log = recordingLogger();
});

function context() {
  return { logger: log.logger, instanceState: kept, crossFlowState: {} };
}

/** One page as the platform asks for it: every input that is not given arrives blank. */
function readPage(
  perform: Perform,
  inputs: Record<string, unknown> = {},
  paginationState?: unknown,
) {
  return perform(
    context(),
    { paginationState },
    {
      connection: apiKeyConnection(sandbox().credentials),
      pollResourceType: "tickets",
      recordsSince: "",
      ...inputs,
    },
  );
}

const ALL = { recordsSince: "2000-01-01T00:00:00Z" };

it("hands 100 records to an execution, one execution at a time", () => {
  const { triggerResolverDefaultBatchSize, triggerResolverDefaultConcurrentBatchLimit } = trigger;
  expect([triggerResolverDefaultBatchSize, triggerResolverDefaultConcurrentBatchLimit]).toEqual([
    100, 1,
  ]);
});

it("offers Records Since to both of its runs, and no input to the one on deploy alone", () => {
  const { inputs } = harness.component.triggers.syncRecords as { inputs: { key: string }[] };
  expect(inputs.map(({ key }) => key)).toEqual(["connection", "pollResourceType", "recordsSince"]);
});

it("delivers the records since a date on deploy, and on schedule what changed since", async () => {
  const page = await readPage(trigger.onDeployPerform, ALL);
  expect(new Set(page.payload.body.data.map(({ record }) => record.id)).size).toBe(250);
  expect(trigger.resolveOnDeployItems(context(), page)).toBe(page.payload.body.data);
  expect(trigger.getOnDeployNextPaginationState(context(), page)).toBeNull();
  expect(await readPage(trigger.perform, ALL)).toMatchObject({
    resultType: "polled_no_changes",
    payload: { body: { data: [] }, paginationState: null },
  });
  sandbox().records.tickets.change(7, { subject: "Changed" });
  const changed = await readPage(trigger.perform, ALL);
  expect(changed.resultType).toBe("completed");
  expect(trigger.resolveTriggerItems(context(), changed)).toMatchObject([
    { change: "updated", record: { id: 7, subject: "Changed" } },
  ]);
});

it("keeps its state with the last page of a run, which takes what the page before hands on", async () => {
  for (let n = 0; n < 900; n += 1) {
    sandbox().records.tickets.add({});
  }
  const first = await readPage(trigger.perform, ALL);
  expect(first.payload.body.data).toHaveLength(1_000);
  expect(kept).toEqual({});
  const next = trigger.getNextPaginationState(context(), first);
  const last = await readPage(trigger.perform, ALL, JSON.parse(JSON.stringify(next)));
  expect(last.payload.body.data).toHaveLength(150);
  expect(trigger.getNextPaginationState(context(), last)).toBeNull();
  expect(kept).toMatchObject({
    __prismaticInternal: {
      polling: { account: expect.stringContaining("https://green-garden.gorgias.com") },
    },
  });
});

it("of which a page fails leaves the state as it was", async () => {
  sandbox().faults.add({ path: "/api/tickets", skip: 1, fault: { status: 403 } });
  await expect(readPage(trigger.perform, ALL)).rejects.toThrow("403");
  expect(kept).toEqual({});
  expect((await readPage(trigger.perform, ALL)).payload.body.data).toHaveLength(250);
});

it("reads the surveys that customers answered", async () => {
  const inputs = { pollResourceType: "satisfaction_responses" };
  await readPage(trigger.perform, inputs);
  sandbox().records.events.add({
    type: "satisfaction-survey-responded",
    object_type: "SatisfactionSurvey",
    object_id: 701,
  });
  const { payload } = await readPage(trigger.perform, inputs);
  expect(payload.body.data).toMatchObject([{ change: "created", record: { id: 701, score: 5 } }]);
});
