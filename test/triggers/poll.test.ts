import fc from "fast-check";
import { MAX_CHANGES, poll, readFirstMark, type WatchState } from "../../src/triggers/changes/poll";
import { type Listed, ListServer, toTime } from "../support/listServer";

const SECOND = 1_000_000;

/** A flow that polls: what it was given, in order, and its state. */
class Watcher {
  state?: WatchState;
  delivered: { change: string; record: Listed }[] = [];

  constructor(readonly server: ListServer) {}

  async poll(): Promise<{ change: string; record: Listed }[]> {
    if (!this.state) {
      this.state = {
        resource: "tickets",
        mark: await readFirstMark(this.server.client, "tickets"),
      };
      return [];
    }
    const { changes, state } = await poll(this.server.client, this.state);
    // The platform keeps state as JSON.
    this.state = JSON.parse(JSON.stringify(state));
    const delivered = changes as unknown as { change: string; record: Listed }[];
    this.delivered.push(...delivered);
    return delivered;
  }

  async requestsOf(work: () => Promise<unknown>): Promise<number> {
    const before = this.server.requests;
    await work();
    return this.server.requests - before;
  }
}

function seeded(count: number): ListServer {
  const server = new ListServer();
  for (let id = 1; id <= count; id += 1) {
    server.put(id, server.now - (count - id + 5) * SECOND);
  }
  return server;
}

function ids(changes: { record: Listed }[]) {
  return changes.map(({ record }) => record.id);
}

describe("the first poll", () => {
  it("sets the mark, delivers nothing, and takes one request", async () => {
    const watcher = new Watcher(seeded(1_000));
    expect(await watcher.requestsOf(() => watcher.poll())).toBe(1);
    expect(watcher.state?.mark.ids).toEqual([[1_000, 1_000]]);
    expect(await watcher.poll()).toEqual([]);
  });

  it("remembers an empty account, whose first records are then created", async () => {
    const watcher = new Watcher(new ListServer());
    await watcher.poll();
    watcher.server.put(1, watcher.server.now);
    expect(await watcher.poll()).toEqual([
      { change: "created", record: watcher.server.records.get(1) },
    ]);
    expect(await watcher.poll()).toEqual([]);
  });

  it("knows records dated in the future without letting them move the mark", async () => {
    const server = seeded(10);
    server.put(99, server.now + 86_400 * SECOND);
    const watcher = new Watcher(server);
    await watcher.poll();
    expect(watcher.state?.mark.ahead).toEqual({ 99: expect.stringMatching(/^2026-01-02/) });
    server.put(3, server.now);
    expect(ids(await watcher.poll())).toEqual([3]);
  });
});

describe("a poll", () => {
  it.each([
    [0, 1],
    [1, 1],
    [99, 2],
    [100, 2],
    [250, 3],
  ])(
    "of %d changes among 5,000 records takes %d requests at the most",
    async (changes, requests) => {
      const server = seeded(5_000);
      const watcher = new Watcher(server);
      await watcher.poll();
      for (let id = 1; id <= changes; id += 1) {
        server.put(id, server.now + id);
      }
      server.now += SECOND;
      expect(await watcher.requestsOf(() => watcher.poll())).toBeLessThanOrEqual(requests);
      expect(watcher.delivered).toHaveLength(changes);
      expect(await watcher.requestsOf(() => watcher.poll())).toBe(1);
    },
  );

  it("delivers oldest first, and tells created from updated", async () => {
    const server = seeded(10);
    const watcher = new Watcher(server);
    await watcher.poll();
    server.put(4, server.now + 1);
    server.put(11, server.now + 2);
    server.put(2, server.now + 3);
    expect((await watcher.poll()).map(({ change, record }) => [change, record.id])).toEqual([
      ["updated", 4],
      ["created", 11],
      ["updated", 2],
    ]);
  });

  it("calls an imported record with a creation time in the past updated", async () => {
    const server = seeded(3);
    const watcher = new Watcher(server);
    await watcher.poll();
    server.put(50, server.now, server.now - 1_000 * SECOND);
    expect((await watcher.poll())[0]?.change).toBe("updated");
  });

  it("neither loses nor repeats records that share the time of the mark", async () => {
    const server = seeded(3);
    server.put(10, server.now);
    const watcher = new Watcher(server);
    await watcher.poll();
    server.put(11, server.now);
    server.put(12, server.now);
    expect(ids(await watcher.poll()).sort()).toEqual([11, 12]);
    expect(await watcher.poll()).toEqual([]);
    server.put(13, server.now);
    expect(ids(await watcher.poll())).toEqual([13]);
  });

  it("keeps a small state though thousands share the time of the mark", async () => {
    const server = seeded(3);
    const watcher = new Watcher(server);
    await watcher.poll();
    for (let id = 100; id < 3_100; id += 1) {
      server.put(id, server.now);
    }
    expect(await watcher.poll()).toHaveLength(3_000);
    expect(JSON.stringify(watcher.state).length).toBeLessThan(300);
    expect(await watcher.poll()).toEqual([]);
  });

  it("delivers a record of the future once, and again when it changes", async () => {
    const server = seeded(3);
    const watcher = new Watcher(server);
    await watcher.poll();
    server.put(9, server.now + 3_600 * SECOND);
    expect(ids(await watcher.poll())).toEqual([9]);
    expect(await watcher.poll()).toEqual([]);
    server.put(1, server.now + SECOND);
    server.now += 2 * SECOND;
    expect(ids(await watcher.poll())).toEqual([1]);
    server.put(9, server.now);
    expect(ids(await watcher.poll())).toEqual([9]);
    server.now += 7_200 * SECOND;
    server.put(2, server.now);
    expect(ids(await watcher.poll())).toEqual([2]);
  });

  it("delivers a record that changes while it reads once, now or next time", async () => {
    const server = seeded(500);
    const watcher = new Watcher(server);
    await watcher.poll();
    for (let id = 1; id <= 250; id += 1) {
      server.put(id, server.now + id);
    }
    server.now += SECOND;
    server.afterPage = (page) => {
      if (page === 1) {
        server.put(10, server.now + 5);
      }
    };
    expect(ids(await watcher.poll())).not.toContain(10);
    server.afterPage = () => undefined;
    server.now += SECOND;
    expect(ids(await watcher.poll())).toEqual([10]);
  });

  it("leaves the state as it was when it fails, and starts again once when a cursor expires", async () => {
    const server = seeded(300);
    const watcher = new Watcher(server);
    await watcher.poll();
    for (let id = 1; id <= 150; id += 1) {
      server.put(id, server.now + id);
    }
    server.now += SECOND;
    const before = watcher.state;
    server.failure = { page: 2, status: 500 };
    await expect(watcher.poll()).rejects.toThrow("500");
    expect(watcher.state).toBe(before);
    server.failure = { page: 2, status: 400 };
    expect(await watcher.poll()).toHaveLength(150);
  });

  it("delivers a backlog oldest first, a part a poll, and calls created what came after its start", async () => {
    const server = seeded(5);
    const watcher = new Watcher(server);
    await watcher.poll();
    const total = 2 * MAX_CHANGES + 50;
    for (let n = 1; n <= total; n += 1) {
      server.put(1_000 + n, server.now + n);
    }
    server.now += SECOND;
    expect(await watcher.poll()).toHaveLength(MAX_CHANGES);
    server.put(1_001, server.now);
    server.put(1_000 + total, server.now + 1);
    expect(await watcher.poll()).toHaveLength(MAX_CHANGES);
    expect(await watcher.poll()).toHaveLength(51);
    expect(await watcher.poll()).toEqual([]);
    const delivered = watcher.delivered;
    const times = delivered.map(({ record }) => record.updated_datetime);
    expect(times).toEqual([...times].sort());
    expect(new Set(ids(delivered)).size).toBe(total);
    expect(delivered.every(({ change }) => change === "created")).toBe(true);
    expect(watcher.state?.backlogSince).toBeUndefined();
  });
});

/** What can happen to an account between and during polls. */
type Step =
  | { kind: "create"; pastUs: number }
  | { kind: "update"; of: number; ahead: boolean }
  | { kind: "sameTime"; of: number }
  | { kind: "delete"; of: number }
  | { kind: "tick"; us: number }
  | { kind: "fail"; page: number; status: number }
  | { kind: "poll"; meanwhile: number[] };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("create" as const),
      pastUs: fc.constantFrom(0, 0, 0, 5_000_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("update" as const),
      of: fc.nat(200),
      ahead: fc.boolean().map((b) => b),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("sameTime" as const), of: fc.nat(200) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("delete" as const), of: fc.nat(200) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("tick" as const),
      us: fc.constantFrom(0, 1, 999_999, 1_000_000, 60_000_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("fail" as const),
      page: fc.integer({ min: 1, max: 3 }),
      status: fc.constantFrom(400, 500),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("poll" as const),
      meanwhile: fc.array(fc.nat(200), { maxLength: 3 }),
    }),
  },
);

describe("whatever happens, in whatever order", () => {
  it("every change is delivered, created ones as created, and none twice without a change", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(230), fc.array(step, { maxLength: 60 }), async (initial, steps) => {
        const server = seeded(initial);
        const watcher = new Watcher(server);
        await watcher.poll();
        let nextId = 1_000;
        /** Ids created by their true time, for which the first delivery must say so. */
        const bornNow = new Set<number>();
        const pick = (of: number) =>
          [...server.records.keys()][of % Math.max(1, server.records.size)];
        const safePoll = async () => {
          try {
            await watcher.poll();
          } catch {
            // A failed poll is followed by another.
          }
        };
        for (const act of steps) {
          if (act.kind === "create") {
            server.now += 1;
            if (act.pastUs === 0) {
              bornNow.add(nextId);
            }
            server.put(nextId, server.now, server.now - act.pastUs);
            nextId += 1;
          } else if (act.kind === "update") {
            const id = pick(act.of);
            server.now += 1;
            // Dated well beyond the second that the Date header tells.
            if (id) {
              server.put(id, act.ahead ? server.now + 3_600 * SECOND : server.now);
            }
          } else if (act.kind === "sameTime") {
            const id = pick(act.of);
            // Something else happens at the very microsecond of the newest record of now.
            if (id && server.records.get(id)?.updated_datetime !== toTime(server.now)) {
              server.put(id, server.now);
            }
          } else if (act.kind === "delete") {
            const id = pick(act.of);
            if (id) {
              server.records.delete(id);
            }
          } else if (act.kind === "tick") {
            server.now += act.us;
          } else if (act.kind === "fail") {
            server.failure = { page: act.page, status: act.status };
          } else {
            server.afterPage = () => {
              const id = pick(act.meanwhile.pop() ?? -1);
              if (id && act.meanwhile.length > 0) {
                server.now += 1;
                server.put(id, server.now);
              }
            };
            await safePoll();
            server.afterPage = () => undefined;
          }
        }
        server.failure = undefined;
        await watcher.poll();
        await watcher.poll();

        const versions = watcher.delivered.map(
          ({ record }) => `${record.id} ${record.updated_datetime}`,
        );
        expect(new Set(versions).size).toBe(versions.length);
        for (const record of server.records.values()) {
          const last = watcher.delivered.filter((one) => one.record.id === record.id).at(-1);
          const isInitial = record.id <= initial && last === undefined;
          if (isInitial) {
            expect(record.updated_datetime < toTime(server.now)).toBe(true);
          } else {
            expect(last?.record.updated_datetime).toBe(record.updated_datetime);
          }
        }
        for (const id of bornNow) {
          const first = watcher.delivered.find(({ record }) => record.id === id);
          if (first) {
            expect(first.change).toBe("created");
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

it("a known record of the future, whose time has come, hides nothing of a backlog", async () => {
  const server = seeded(5);
  server.put(999_999, server.now + 600 * SECOND);
  const watcher = new Watcher(server);
  await watcher.poll();
  const total = MAX_CHANGES + 50;
  for (let n = 1; n <= total; n += 1) {
    server.put(1_000 + n, server.now + n);
  }
  server.now += 700 * SECOND;
  expect(await watcher.poll()).toHaveLength(MAX_CHANGES);
  expect(await watcher.poll()).toHaveLength(50);
  expect(await watcher.poll()).toEqual([]);
  expect(new Set(ids(watcher.delivered)).size).toBe(total);
});
