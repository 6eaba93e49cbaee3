/**
 * Whatever happens to an account, in whatever order, between and during runs: nothing is lost, and
 * nothing comes twice without a change.
 */

import * as selection from "../../../src/triggers/changes/selection";
import fc from "../../support/properties";
import {
  type Item,
  type KeptStateModel,
  TriggerFlow,
  type TriggerKey,
} from "../../support/triggerFlow";
import { SECOND, WatchedList } from "../../support/watchedList";

const MINUTE = 60 * SECOND;
/** Small, so that few records make several pages and a backlog. */
const PAGE_SIZE = 8;
const RUN_RECORDS = 20;
const FIRST_NEW_ID = 1_000;

type Step =
  | { kind: "create"; of: number; count: number; delay: number; times: Times }
  | { kind: "update"; of: number; count: number; delay: number; times: Times }
  | { kind: "delete"; of: number }
  | { kind: "pass"; us: number }
  | { kind: "odd"; skip: number; odd: "failure" | "expired" | "empty" }
  | { kind: "misplace"; of: number; index: number }
  | { kind: "run"; meanwhile: readonly number[] };

/** What a change writes: its true time, one in the future, or none. */
type Times = "true" | "future" | "noUpdate" | "none";

const change = fc.record({
  kind: fc.constantFrom("create" as const, "update" as const),
  of: fc.nat(60),
  count: fc.constantFrom(1, 1, 1, 2, 30),
  delay: fc.constantFrom(0, 0, 400_000, 2 * SECOND, 59 * SECOND),
  times: fc.constantFrom<Times>("true", "true", "true", "true", "future", "noUpdate", "none"),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: change },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("delete" as const), of: fc.nat(60) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("pass" as const),
      us: fc.constantFrom(0, 1, SECOND - 1, SECOND, 30 * SECOND, 2 * MINUTE),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("odd" as const),
      skip: fc.nat(4),
      odd: fc.constantFrom("failure" as const, "expired" as const, "empty" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("misplace" as const),
      of: fc.nat(20),
      index: fc.nat(20),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("run" as const),
      meanwhile: fc.array(fc.nat(60), { maxLength: 3 }),
    }),
  },
);

/** What happens to a list, and what a flow has to make of it. */
class Account {
  readonly flow: TriggerFlow;
  /** Records that are created by their true time after the first run, by a first run's begin. */
  readonly isNew = new Set<number>();
  /** Records out of order may be missed themselves, but hide no other. */
  private readonly misplaced = new Set<number>();
  /** A page had been delivered when its run failed: that may be repeated. */
  mayRepeat = false;
  private readonly isOfEvents: boolean;
  private nextId = FIRST_NEW_ID;
  private readonly known: Map<number, number>;

  constructor(
    readonly list: WatchedList,
    key: TriggerKey,
    model: KeptStateModel,
    inputs: Record<string, unknown>,
  ) {
    this.flow = new TriggerFlow(list, key, inputs, model);
    this.isOfEvents = inputs.pollResourceType === "events";
    const since = String(inputs.recordsSince || "9999");
    this.known = new Map(
      [...list.records.values()]
        .filter(({ updated_datetime }) => String(updated_datetime) < since)
        .map(({ id, revision }) => [id, revision]),
    );
  }

  async take(step: Step): Promise<void> {
    const { list } = this;
    if (step.kind === "create" || step.kind === "update") {
      for (let n = 0; n < step.count; n += 1) {
        this.write(step.kind === "create" ? this.create(step.times) : this.pick(step.of + n), step);
      }
    } else if (step.kind === "delete") {
      list.records.delete(this.pick(step.of) ?? 0);
    } else if (step.kind === "pass") {
      list.pass(step.us);
    } else if (step.kind === "odd") {
      list.oddity = { skip: step.skip, kind: step.odd };
    } else if (step.kind === "misplace") {
      this.misplaced.add(step.of + 1);
      list.misplaced = { id: step.of + 1, index: step.index };
    } else {
      const meanwhile = [...step.meanwhile];
      list.afterPage = () => {
        const of = meanwhile.pop();
        if (of !== undefined) {
          this.write(this.isOfEvents ? this.create("true") : this.pick(of));
        }
      };
      await this.run().catch(() => undefined);
      list.afterPage = () => undefined;
    }
  }

  async run(): Promise<void> {
    const before = this.flow.delivered.length;
    try {
      await this.flow.run();
    } catch (error) {
      this.mayRepeat ||= this.flow.delivered.length > before;
      throw error;
    }
  }

  /** Runs until nothing is left. */
  async settle(): Promise<void> {
    this.list.oddity = undefined;
    this.list.misplaced = undefined;
    for (let quiet = 0, runs = 0; quiet < 2 && runs < 60; runs += 1) {
      this.list.pass(2 * MINUTE);
      const before = this.flow.delivered.length;
      await this.run();
      quiet = this.flow.delivered.length === before ? quiet + 1 : 0;
    }
  }

  check(): void {
    const { delivered } = this.flow;
    const lost = [...this.list.records.values()].filter(({ id, revision }) => {
      const last = delivered.filter(({ record }) => record.id === id).at(-1);
      const isSeen = (last?.record.revision ?? this.known.get(id)) === revision;
      return !isSeen && !this.misplaced.has(id);
    });
    expect(lost).toEqual([]);
    if (!this.mayRepeat) {
      expect(repeated(delivered.map(({ record }) => record.revision))).toEqual([]);
      expect(repeated(createdOf(delivered))).toEqual([]);
    }
    const first = new Map([...delivered].reverse().map((item) => [item.record.id, item.change]));
    expect([...this.isNew].filter((id) => first.get(id) === "updated")).toEqual([]);
  }

  private create(times: Times): number {
    const id = this.nextId;
    this.nextId += 1;
    if (times === "true" || times === "future") {
      this.isNew.add(id);
    }
    return id;
  }

  /** A record that can be changed: one at a time, as a row of a database. */
  private pick(of: number): number | undefined {
    const free = [...this.list.records.keys()].filter((id) => !this.list.isPending(id));
    return free[of % Math.max(1, free.length)];
  }

  private write(
    id: number | undefined,
    { delay, times }: { delay: number; times: Times } = { delay: 0, times: "true" },
  ): void {
    if (id === undefined) {
      return;
    }
    const { list } = this;
    list.pass(1);
    const isThere = list.records.has(id);
    const future = list.now + 10 * MINUTE;
    if (times === "future") {
      list.put(id, { delay, updated: future, ...(isThere ? {} : { created: future }) });
    } else if (isThere || times === "true") {
      // What loses its times when it changes could not be told to have changed.
      list.put(id, { delay });
    } else {
      list.put(id, { delay, updated: null, ...(times === "none" ? { created: null } : {}) });
    }
  }
}

function createdOf(items: readonly Item[]): number[] {
  return items.filter((item) => item.change === "created").map(({ record }) => record.id);
}

function repeated(values: readonly number[]): number[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

beforeEach(() => {
  jest.replaceProperty(selection, "MAX_RUN_RECORDS" as never, RUN_RECORDS as never);
});
afterEach(() => jest.restoreAllMocks());

describe.each<TriggerKey>(["pollChangesTrigger", "syncRecords"])("%s", (key) => {
  it.each([
    ["tickets", ""],
    ["tickets", "2025-12-31T22:59:50Z"],
    ["events", ""],
  ])("of %s, records since '%s': delivers every change once", async (resource, recordsSince) => {
    const model = fc.record({ merges: fc.boolean(), keepsEachPage: fc.boolean() });
    const steps = fc.array(step, { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(model, fc.nat(30), steps, async (kept, seeded, taken) => {
        const list = new WatchedList().seed(seeded, 3_600);
        list.pageSize = PAGE_SIZE;
        const account = new Account(list, key, kept, { pollResourceType: resource, recordsSince });
        if (recordsSince === "") {
          await account.run();
        }
        for (const one of taken) {
          if (resource !== "events" || isOfEvents(one)) {
            await account.take(one);
          }
        }
        await account.settle();
        account.check();
      }),
      { numRuns: 60 },
    );
  });
});

/** Events have one time, which Gorgias writes, and do not change; they come in their order. */
function isOfEvents(step: Step): boolean {
  if (step.kind === "create") {
    return step.times === "true" || step.times === "future";
  }
  return step.kind !== "update" && step.kind !== "misplace" && step.kind !== "delete";
}
