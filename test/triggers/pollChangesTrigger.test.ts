import { queryOf, ROOMY_BUCKET } from "../support/actions";
import { apiKeyConnection, harness, recordingLogger, useSandbox } from "../support/integration";

const sandbox = useSandbox({ rateLimit: ROOMY_BUCKET });

type Item = Record<string, unknown> & { id: number };

interface Outcome {
  resultType: string;
  payload: { body: { data: { created: Item[]; updated: Item[] }; contentType: string } };
}

/** What the platform keeps of a flow between its runs; it goes through JSON. */
let kept: Record<string, unknown>;
let log: ReturnType<typeof recordingLogger>;
beforeEach(() => {
  kept = {};
  log = recordingLogger();
});

/** Runs the trigger as the schedule does. A run that fails saves nothing. */
async function poll(inputs: Record<string, unknown> = {}) {
  sandbox().requests.length = 0;
  const instanceState = structuredClone(kept);
  const { resultType, payload } = (await harness.trigger(
    "pollChangesTrigger",
    { paginationState: null } as never,
    {
      connection: apiKeyConnection(sandbox().credentials),
      pollResourceType: "tickets",
      ...inputs,
    },
    { logger: log.logger, instanceState } as never,
  )) as unknown as Outcome;
  kept = JSON.parse(JSON.stringify(instanceState));
  const { created, updated } = payload.body.data;
  return { resultType, created, updated, contentType: payload.body.contentType };
}

function ids(records: Item[]) {
  return records.map(({ id }) => id);
}
function traffic() {
  return sandbox().requests.map(({ method, path, query }) => `${method} ${path} ${queryOf(query)}`);
}

/** A run that has nothing to tell. */
const NOTHING = {
  resultType: "polled_no_changes",
  created: [],
  updated: [],
  contentType: "application/json",
};

const RESOURCE_TYPES = [
  "tickets",
  "customers",
  "messages",
  "events",
  "satisfaction_responses",
] as const;

describe.each(RESOURCE_TYPES)("watching %s", (pollResourceType) => {
  it("the first poll remembers what exists, delivers nothing and ends quietly", async () => {
    expect(await poll({ pollResourceType })).toEqual(NOTHING);
    expect(kept).toMatchObject({
      __prismaticInternal: { polling: { resource: pollResourceType, backlog: null } },
    });
  });

  it("a poll of an account where nothing changed costs one request", async () => {
    await poll({ pollResourceType });
    expect(await poll({ pollResourceType })).toEqual(NOTHING);
    expect(sandbox().requests).toHaveLength(1);
  });
});

describe("a poll for tickets", () => {
  it("asks for the newest changes first, 100 a page", async () => {
    await poll();
    await poll();
    expect(traffic()).toEqual(["GET /api/tickets order_by=updated_datetime:desc,limit=100"]);
  });

  it("delivers what was created and what was updated, apart, each oldest first", async () => {
    await poll();
    const { tickets } = sandbox().records;
    tickets.change(7, { status: "closed" });
    const first = tickets.add({ subject: "First" });
    tickets.change(3, { subject: "Changed" });
    const second = tickets.add({ subject: "Second" });
    const { created, updated, resultType, contentType } = await poll();
    expect([ids(created), ids(updated)]).toEqual([
      [first.id, second.id],
      [7, 3],
    ]);
    expect(updated[1]).toMatchObject({ id: 3, subject: "Changed" });
    expect([resultType, contentType]).toEqual(["completed", "application/json"]);
    expect(await poll()).toEqual(NOTHING);
  });

  it("delivers a record that changed again, and one that is new only once as created", async () => {
    await poll();
    const { id } = sandbox().records.tickets.add({});
    expect(ids((await poll()).created)).toEqual([id]);
    sandbox().records.tickets.change(id, { subject: "Changed" });
    const { created, updated } = await poll();
    expect([ids(created), ids(updated)]).toEqual([[], [id]]);
  });

  it("on an account that was empty delivers whatever came", async () => {
    sandbox().state.tickets.clear();
    await poll();
    const { id } = sandbox().records.tickets.add({});
    expect(ids((await poll()).created)).toEqual([id]);
  });

  it("delivers more changes than a page holds once each", async () => {
    await poll();
    for (let n = 0; n < 230; n += 1) {
      sandbox().records.tickets.add({});
    }
    const { created } = await poll();
    expect([created.length, new Set(ids(created)).size]).toEqual([230, 230]);
    // The last page ends the list; then the first one is looked at again.
    expect(sandbox().requests).toHaveLength(4);
    expect(await poll()).toEqual(NOTHING);
  });
});

describe("a switch", () => {
  it.each([
    ["showNewRecords", "created"],
    ["showUpdatedRecords", "updated"],
  ] as const)(
    "%s that is off hides records, and hidden ones count as seen",
    async (key, hidden) => {
      await poll();
      const { id } = sandbox().records.tickets.add({});
      sandbox().records.tickets.change(3, {});
      const shown = await poll({ [key]: "false" });
      const all = { created: [id], updated: [3] };
      expect({ created: ids(shown.created), updated: ids(shown.updated) }).toEqual({
        ...all,
        [hidden]: [],
      });
      expect(await poll()).toEqual(NOTHING);
    },
  );

  it("that hides all there is makes the run end quietly", async () => {
    await poll();
    sandbox().records.tickets.add({});
    expect(await poll({ showNewRecords: "false" })).toEqual(NOTHING);
  });
});

it("another resource type starts again with a first poll", async () => {
  await poll();
  sandbox().records.tickets.change(3, {});
  sandbox().records.customers.change(1003, {});
  expect(await poll({ pollResourceType: "customers" })).toEqual(NOTHING);
  sandbox().records.customers.change(1004, {});
  expect(ids((await poll({ pollResourceType: "customers" })).updated)).toEqual([1004]);
  expect(await poll({ pollResourceType: "tickets" })).toEqual(NOTHING);
});

it("an unknown resource type is refused and nothing is asked", async () => {
  await expect(poll({ pollResourceType: "tags" })).rejects.toThrow("Resource Type");
  expect(sandbox().requests).toEqual([]);
});

describe("messages and events", () => {
  it("are delivered as created", async () => {
    await poll({ pollResourceType: "messages" });
    const { id } = sandbox().records.messages.add({ ticket_id: 5 });
    const { created, updated } = await poll({ pollResourceType: "messages" });
    expect([ids(created), updated]).toEqual([[id], []]);
    expect(created[0]).toMatchObject({ ticket_id: 5, body_text: `Message ${id}` });
    expect(traffic()[0]).toBe("GET /api/messages order_by=created_datetime:desc,limit=100");
  });

  it("of deletions tell what tickets cannot", async () => {
    const pollResourceType = "events";
    await poll({ pollResourceType });
    const { id } = sandbox().records.events.add({
      type: "ticket-deleted",
      object_type: "Ticket",
      object_id: 5,
    });
    const { created, updated } = await poll({ pollResourceType });
    expect(created).toMatchObject([{ id, type: "ticket-deleted", object_id: 5 }]);
    expect(updated).toEqual([]);
    expect(traffic()).toHaveLength(1);
    expect(traffic()[0]).toContain("created_datetime[gte]=");
  });
});

describe("satisfaction responses", () => {
  const pollResourceType = "satisfaction_responses";
  const answer = (object_id: number) =>
    sandbox().records.events.add({
      type: "satisfaction-survey-responded",
      object_type: "SatisfactionSurvey",
      object_id,
    });

  it("are found by the event of the answer, and the survey is read", async () => {
    await poll({ pollResourceType });
    answer(701);
    sandbox().records.events.add({ type: "ticket-closed", object_type: "Ticket", object_id: 5 });
    const { created, updated, resultType } = await poll({ pollResourceType });
    expect(created).toMatchObject([{ id: 701, ticket_id: 11, score: 5 }]);
    expect([updated, resultType]).toEqual([[], "completed"]);
    const [list, read, ...others] = traffic();
    expect(list).toContain("types=satisfaction-survey-responded");
    expect(read).toBe("GET /api/satisfaction-surveys/701 ");
    expect(others).toEqual([]);
    expect(await poll({ pollResourceType })).toEqual(NOTHING);
  });

  it("whose survey was deleted meanwhile are skipped, and the log says so", async () => {
    await poll({ pollResourceType });
    const { id } = answer(702);
    answer(701);
    sandbox().records.surveys.remove(702);
    expect(ids((await poll({ pollResourceType })).created)).toEqual([701]);
    expect(log.lines.join()).toContain(
      `warn: Event ${id}: satisfaction survey 702 cannot be read, so it is passed over`,
    );
    expect(await poll({ pollResourceType })).toEqual(NOTHING);
  });

  it("that may not be read are skipped, too, and the others delivered", async () => {
    await poll({ pollResourceType });
    answer(701);
    answer(702);
    sandbox().faults.add({ path: /surveys\/701/, fault: { status: 403 } });
    expect(ids((await poll({ pollResourceType })).created)).toEqual([702]);
    expect(log.lines.join()).toContain("satisfaction survey 701 cannot be read");
    expect(await poll({ pollResourceType })).toEqual(NOTHING);
  });

  it("that are hidden cost no request", async () => {
    await poll({ pollResourceType });
    answer(701);
    expect(await poll({ pollResourceType, showNewRecords: "false" })).toEqual(NOTHING);
    expect(sandbox().requests).toHaveLength(1);
  });
});

describe("a poll that fails", () => {
  it.each([0, 1])("after %d pages writes no state, and the next delivers all", async (skip) => {
    await poll();
    for (let n = 0; n < 130; n += 1) {
      sandbox().records.tickets.add({});
    }
    const before = structuredClone(kept);
    sandbox().faults.add({ path: "/api/tickets", skip, fault: { status: 403 } });
    const instanceState = structuredClone(kept);
    const failing = harness.trigger(
      "pollChangesTrigger",
      {} as never,
      { connection: apiKeyConnection(sandbox().credentials), pollResourceType: "tickets" },
      { logger: log.logger, instanceState } as never,
    );
    await expect(failing).rejects.toThrow("403");
    expect(instanceState).toEqual(before);
    expect((await poll()).created).toHaveLength(130);
  });

  it("at first leaves the next one to be the first", async () => {
    sandbox().faults.add({ path: "/api/tickets", fault: { status: 403 } });
    await expect(poll()).rejects.toThrow("403");
    expect(kept).toEqual({});
    expect(await poll()).toEqual(NOTHING);
  });
});

describe("batching, for flows that switch it on", () => {
  const compiled = harness.component.triggers.pollChangesTrigger as unknown as {
    triggerResolverSupport: string;
    triggerResolverDefaultBatchSize: number;
    triggerResolverDefaultConcurrentBatchLimit: number;
    resolveTriggerItems(context: unknown, result: unknown): unknown;
  };

  it("is offered: 100 records to an execution, one execution at a time", () => {
    expect([
      compiled.triggerResolverSupport,
      compiled.triggerResolverDefaultBatchSize,
      compiled.triggerResolverDefaultConcurrentBatchLimit,
    ]).toEqual(["valid", 100, 1]);
  });

  it("takes created and updated records together, oldest first", () => {
    const record = (id: number, updated_datetime: string) => ({ id, updated_datetime });
    const first = record(1, "2026-01-01T00:00:01");
    const second = record(2, "2026-01-01T00:00:02");
    const third = record(3, "2026-01-01T00:00:03");
    const data = { created: [first, third], updated: [second] };
    expect(compiled.resolveTriggerItems({}, { payload: { body: { data } } })).toEqual([
      { change: "created", record: first },
      { change: "updated", record: second },
      { change: "created", record: third },
    ]);
  });
});
