import { queryOf, ROOMY_BUCKET } from "../support/actions";
import { apiKeyConnection, harness, recordingLogger, useSandbox } from "../support/integration";

const sandbox = useSandbox({ rateLimit: ROOMY_BUCKET, tickets: 250 });
const trigger = harness.component.triggers.syncRecords;

interface Item {
  change: string;
  record: Record<string, unknown> & { id: number };
}
interface Page {
  resultType?: string;
  payload: { body: { data: Item[] }; paginationState: unknown };
}
type Perform = (context: unknown, payload: unknown, params: unknown) => Promise<Page>;

const compiled = trigger as unknown as {
  perform: Perform;
  onDeployPerform: Perform;
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

function contextOf() {
  return { logger: log.logger, instanceState: kept, crossFlowState: {} };
}

/** One page as the platform asks for it: every input that is not given arrives blank. */
function readPage(
  kind: "perform" | "onDeployPerform",
  inputs: Record<string, unknown> = {},
  paginationState?: unknown,
) {
  return compiled[kind](
    contextOf(),
    { paginationState },
    {
      connection: apiKeyConnection(sandbox().credentials),
      pollResourceType: "tickets",
      recordsSince: "",
      ...inputs,
    },
  );
}

/** All pages of a run; what a page hands to the next one goes through JSON. */
async function runAll(
  kind: "perform" | "onDeployPerform",
  inputs: Record<string, unknown> = {},
  betweenPages: () => void = () => undefined,
) {
  sandbox().requests.length = 0;
  const pages: Item[][] = [];
  const resultTypes: unknown[] = [];
  let from: unknown;
  do {
    if (from) {
      betweenPages();
    }
    const page = await readPage(kind, inputs, from);
    pages.push(page.payload.body.data);
    resultTypes.push(page.resultType);
    from = JSON.parse(JSON.stringify(page.payload.paginationState));
  } while (from !== null);
  return { pages, resultTypes, items: pages.flat() };
}

function ids(items: Item[]) {
  return items.map(({ record }) => record.id);
}
function changes(items: Item[]) {
  return [...new Set(items.map(({ change }) => change))];
}
function polling() {
  return (kept.__prismaticInternal as { polling?: unknown } | undefined)?.polling;
}

describe("the initial sync", () => {
  it("delivers every record once as initial, 100 a page, newest first", async () => {
    const { pages, items } = await runAll("onDeployPerform");
    expect(pages.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect([changes(items), new Set(ids(items)).size]).toEqual([["initial"], 250]);
    const times = items.map(({ record }) => String(record.updated_datetime));
    expect(times).toEqual([...times].sort().reverse());
    expect(sandbox().requests.map(({ method, path }) => `${method} ${path}`)).toEqual(
      Array(3).fill("GET /api/tickets"),
    );
    expect(queryOf(sandbox().requests[0]?.query ?? "")).toEqual([
      "order_by=updated_datetime:desc",
      "limit=100",
    ]);
  });

  it("hands items and the next page on where the platform looks for them", async () => {
    const page = await readPage("onDeployPerform");
    expect(compiled.resolveOnDeployItems(contextOf(), page)).toBe(page.payload.body.data);
    expect(compiled.getOnDeployNextPaginationState(contextOf(), page)).toEqual(
      page.payload.paginationState,
    );
    expect(page.payload.paginationState).toMatchObject({ cursor: expect.any(String) });
  });

  it("keeps the mark with the last page only", async () => {
    const first = await readPage("onDeployPerform");
    const second = await readPage("onDeployPerform", {}, first.payload.paginationState);
    expect(polling()).toBeUndefined();
    await readPage("onDeployPerform", {}, second.payload.paginationState);
    expect(polling()).toMatchObject({ resource: "tickets", mark: { time: expect.any(String) } });
  });

  it("delivers only what was created or updated at Records Since or later", async () => {
    const { tickets } = sandbox().records;
    const recordsSince = "2026-01-01T00:00:00Z";
    tickets.change(7, { updated_datetime: recordsSince });
    tickets.change(8, { updated_datetime: "2026-01-01T00:00:01Z" });
    tickets.change(9, { updated_datetime: "2025-12-31T23:59:59Z" });
    const { items } = await runAll("onDeployPerform", { recordsSince });
    expect(ids(items)).toEqual([8, 7]);
    expect(sandbox().requests).toHaveLength(1);
  });

  it("refuses a Records Since that is no time", async () => {
    await expect(readPage("onDeployPerform", { recordsSince: "last year" })).rejects.toThrow(
      "Records Since",
    );
  });

  it("is followed by a scheduled run that delivers what changed since, and nothing again", async () => {
    await runAll("onDeployPerform", {}, () => {
      sandbox().records.tickets.change(200, { subject: "Changed while it ran" });
    });
    const { items } = await runAll("perform");
    expect(items).toMatchObject([{ change: "updated", record: { id: 200 } }]);
    expect((await runAll("perform")).items).toEqual([]);
  });

  it("of an account without records delivers nothing and remembers that", async () => {
    sandbox().state.tickets.clear();
    expect((await runAll("onDeployPerform")).items).toEqual([]);
    const { id } = sandbox().records.tickets.add({});
    expect((await runAll("perform")).items).toMatchObject([{ change: "created", record: { id } }]);
  });

  it("goes on when a cursor expires between two pages, and repeats nothing", async () => {
    sandbox().faults.add({ path: "/api/tickets", skip: 1, fault: { expireCursor: true } });
    const { items } = await runAll("onDeployPerform");
    expect([items.length, new Set(ids(items)).size]).toEqual([250, 250]);
    expect(log.lines.join()).toContain("the cursor expired, so the walk starts again");
  });

  it("that dies half-way is run again from its beginning", async () => {
    sandbox().faults.add({ path: "/api/tickets", skip: 1, fault: { status: 403 } });
    await expect(runAll("onDeployPerform")).rejects.toThrow("403");
    expect(polling()).toBeUndefined();
    expect((await runAll("onDeployPerform")).items).toHaveLength(250);
  });
});

describe("a scheduled run", () => {
  it("without an initial sync remembers what exists, delivers nothing and ends quietly", async () => {
    const page = await readPage("perform");
    expect(page.resultType).toBe("polled_no_changes");
    expect(page.payload).toMatchObject({ body: { data: [] }, paginationState: null });
    expect(polling()).toMatchObject({ resource: "tickets" });
  });

  it("of an account where nothing changed costs one request and ends quietly", async () => {
    await runAll("perform");
    const { resultTypes, items } = await runAll("perform");
    expect([resultTypes, items]).toEqual([["polled_no_changes"], []]);
    expect(sandbox().requests).toHaveLength(1);
  });

  it("delivers what was created and what was updated, each named so", async () => {
    await runAll("perform");
    const { id } = sandbox().records.tickets.add({});
    sandbox().records.tickets.change(7, { subject: "Changed" });
    const { items, resultTypes } = await runAll("perform");
    expect(items).toMatchObject([
      { change: "updated", record: { id: 7, subject: "Changed" } },
      { change: "created", record: { id } },
    ]);
    expect(resultTypes).toEqual(["completed"]);
    expect((await runAll("perform")).items).toEqual([]);
  });

  it("delivers more than a page holds once each, and keeps the mark at the end", async () => {
    await runAll("perform");
    const before = structuredClone(kept);
    for (let n = 0; n < 230; n += 1) {
      sandbox().records.tickets.add({});
    }
    const { pages, items } = await runAll("perform", {}, () => expect(kept).toEqual(before));
    expect(pages).toHaveLength(3);
    expect([items.length, new Set(ids(items)).size]).toEqual([230, 230]);
    expect(changes(items)).toEqual(["created"]);
    expect((await runAll("perform")).resultTypes).toEqual(["polled_no_changes"]);
  });

  it("hands items and the next page on where the platform looks for them", async () => {
    await runAll("perform");
    for (let n = 0; n < 130; n += 1) {
      sandbox().records.tickets.add({});
    }
    const page = await readPage("perform");
    expect(compiled.resolveTriggerItems(contextOf(), page)).toBe(page.payload.body.data);
    expect(compiled.getNextPaginationState(contextOf(), page)).toEqual(
      page.payload.paginationState,
    );
    expect(page.payload.body.data).toHaveLength(100);
  });

  it("that fails leaves the state as it was, and the next one delivers the same", async () => {
    await runAll("perform");
    sandbox().records.tickets.change(7, {});
    const before = structuredClone(kept);
    sandbox().faults.add({ path: "/api/tickets", fault: { status: 403 } });
    await expect(runAll("perform")).rejects.toThrow("403");
    expect(kept).toEqual(before);
    expect(ids((await runAll("perform")).items)).toEqual([7]);
  });

  it("with another resource type starts again", async () => {
    await runAll("perform");
    sandbox().records.customers.change(1003, {});
    const pollResourceType = "customers";
    expect((await runAll("perform", { pollResourceType })).items).toEqual([]);
    sandbox().records.customers.change(1004, {});
    expect(ids((await runAll("perform", { pollResourceType })).items)).toEqual([1004]);
  });

  it("delivers the surveys that customers answered, and skips one that was deleted", async () => {
    const pollResourceType = "satisfaction_responses";
    await runAll("perform", { pollResourceType });
    for (const object_id of [701, 702]) {
      sandbox().records.events.add({
        type: "satisfaction-survey-responded",
        object_type: "SatisfactionSurvey",
        object_id,
      });
    }
    sandbox().records.surveys.remove(702);
    const { items } = await runAll("perform", { pollResourceType });
    expect(items).toMatchObject([{ change: "created", record: { id: 701, score: 5 } }]);
    expect(log.lines.join()).toContain("satisfaction survey 702 no longer exists");
  });
});
