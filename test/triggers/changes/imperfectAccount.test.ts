/**
 * The triggers over HTTP against an account that is not perfect: changes become visible late, lists
 * lack times, write them otherwise or are out of order, and change while they are read.
 */
import type { ListedRecord, TimeForm } from "gorgias-sandbox";
import { ROOMY_BUCKET } from "../../support/actions";
import { recordingLogger, useSandbox } from "../../support/integration";
import { ManualClock } from "../../support/sandboxClient";
import { type Item, TriggerFlow, type TriggerKey, type Watched } from "../../support/triggerFlow";

const MINUTE_MS = 60_000;
/** By then a run has seen a change that became visible late. */
const SEEN_AFTER_MS = 4 * MINUTE_MS;
const TICKETS = 120;
const POLLS = 4;
/** The most changes between two polls: more than two pages. */
const MOST_CHANGES = 260;

/** What is wrong with the account. */
interface Imperfection {
  commitDelaysMs?: readonly number[];
  form?: TimeForm;
  /** Of every so many records the times are in that form; of all if not given. */
  every?: number;
  isUnsorted?: boolean;
}

let imperfection: Imperfection = {};
const clock = new ManualClock();
const sandbox = useSandbox({
  clock,
  tickets: TICKETS,
  rateLimit: ROOMY_BUCKET,
  checkResponses: false,
  commitDelayMs: (record) => commitDelayOf(record as unknown as ListedRecord),
  listedTimes: (record) => (isOdd(record.id) ? (imperfection.form ?? "live") : "live"),
  unsortedPages: () => imperfection.isUnsorted ?? false,
});

beforeEach(() => {
  imperfection = {};
});
afterEach(() => jest.restoreAllMocks());

/** Differs from one change to the next, and is the same whenever it is asked for. */
function commitDelayOf({ id, updated_datetime, created_datetime }: ListedRecord): number {
  const { commitDelaysMs = [0] } = imperfection;
  const stamp = String(updated_datetime ?? created_datetime);
  const microseconds = Number(stamp.slice(17, 26).replace(/\D/g, ""));
  return commitDelaysMs[(id + microseconds) % commitDelaysMs.length] ?? 0;
}

function isOdd(id: number): boolean {
  return id % (imperfection.every ?? 1) === 0;
}

/** Evenly spread numbers below a limit, the same ones in every run. */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
}

/** What happens to a resource of the sandbox's, at random. */
class Account implements Watched {
  readonly logger = recordingLogger().logger;
  readonly credentials = sandbox().credentials;
  /** What came into being since the first run. */
  readonly createdIds = new Set<number>();
  /** What each record was changed to last. */
  readonly lastRevisions = new Map<number, string>();
  readonly #random: (limit: number) => number;
  #revisions = 0;

  constructor(
    readonly resource: "tickets" | "events",
    seed: number,
  ) {
    this.#random = numbersFrom(seed);
  }

  get now(): number {
    return clock.ms * 1_000;
  }

  /** Creates and changes records, a moment between each and the next. */
  write(count: number): void {
    for (let n = 0; n < count; n += 1) {
      clock.ms += this.#random(200);
      this.#revisions += 1;
      const of = this.resource === "events" || this.#random(3) === 0 ? undefined : this.#pick();
      const id = this.#store(of, `Revision ${this.#revisions}`);
      if (of === undefined) {
        this.createdIds.add(id);
      }
      this.lastRevisions.set(id, `Revision ${this.#revisions}`);
    }
  }

  /** Polls on and on, with changes before each and while it reads. */
  async live(flow: TriggerFlow): Promise<void> {
    const end = sandbox().onRequest(() => this.write(this.#random(3)));
    for (let poll = 0; poll < POLLS; poll += 1) {
      this.write(this.#random(this.#random(2) === 0 ? 5 : MOST_CHANGES));
      clock.ms += this.#random(MINUTE_MS);
      await flow.run();
    }
    end();
    for (let poll = 0; poll < 3; poll += 1) {
      clock.ms += 2 * MINUTE_MS;
      await flow.run();
    }
  }

  #store(id: number | undefined, revision: string): number {
    const { tickets, events } = sandbox().records;
    if (this.resource === "events") {
      const about = { type: "ticket-updated", object_type: "Ticket", object_id: 1 };
      return events.add({ ...about, data: { revision } }).id;
    }
    const written = { subject: revision };
    return (id === undefined ? tickets.add(written) : tickets.change(id, written)).id;
  }

  /**
   * One whose changes can be told, since it shows a time of them. The sandbox leaves a late change out
   * of its lists, and the version before too: a record is not changed again before a run has seen it.
   */
  #pick(): number {
    const { form = "live", commitDelaysMs } = imperfection;
    const hidesChanges = ["noUpdate", "null", "unreadable"].includes(form);
    const latest = clock.ms - (commitDelaysMs ? SEEN_AFTER_MS : 0);
    const ids = [...sandbox().state.tickets.values()]
      .filter(({ updated_datetime }) => Date.parse(updated_datetime) <= latest)
      .map(({ id }) => id)
      .filter((id) => !hidesChanges || !isOdd(id));
    return ids[this.#random(ids.length)] as number;
  }
}

function revisionOf({ record }: Item): string {
  const { revision = record.subject } = (record.data ?? {}) as { revision?: unknown };
  return String(revision);
}

function repeated<T>(values: readonly T[]): T[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

const KEYS: readonly TriggerKey[] = ["pollChangesTrigger", "syncRecords"];
const LATE = [0, 0, 100, 400, 20_000, 59_000];
const WORST: Imperfection = { commitDelaysMs: LATE, isUnsorted: true };

/** Each trigger over a life of its own. @param wrong with the account meanwhile. */
async function expectEachChangeOnce(
  pollResourceType: "tickets" | "events",
  wrong: Imperfection,
): Promise<void> {
  imperfection = wrong;
  for (const [seed, key] of KEYS.entries()) {
    sandbox().reset();
    const account = new Account(pollResourceType, seed);
    const flow = new TriggerFlow(account, key, { pollResourceType });
    await flow.run();
    await account.live(flow);
    const last = new Map(flow.delivered.map((item) => [item.record.id, revisionOf(item)]));
    const lost = [...account.lastRevisions].filter(([id, revision]) => last.get(id) !== revision);
    expect(lost).toEqual([]);
    const changes = flow.delivered.filter(({ record }) => account.lastRevisions.has(record.id));
    expect(repeated(changes.map(revisionOf))).toEqual([]);
    const created = flow.delivered.filter(({ change }) => change === "created");
    expect(repeated(created.map(({ record }) => record.id))).toEqual([]);
    const first = new Map([...flow.delivered].reverse().map((i) => [i.record.id, i.change]));
    expect([...account.createdIds].filter((id) => first.get(id) !== "created")).toEqual([]);
  }
}

describe("nothing is lost and nothing comes twice of", () => {
  it.each<[string, Imperfection]>([
    ["that is perfect", {}],
    ["that shows changes late", { commitDelaysMs: LATE }],
    ["whose pages are unsorted", { isUnsorted: true }],
    ["that writes times without an offset", { form: "documented" }],
    ["that writes times with another offset", { form: "offset" }],
    ["that writes times as Postgres does", { form: "spaced", every: 2 }],
    ["that writes some times as text that is none", { form: "unreadable", every: 7 }],
    ["that does not tell of some when they were updated", { form: "noUpdate", every: 3 }],
    ["that has no times of some", { form: "null", every: 7 }],
    ["that is late, unsorted and without some times", { ...WORST, form: "null", every: 5 }],
    ["that is late, unsorted and writes some otherwise", { ...WORST, form: "offset", every: 2 }],
  ])("a list of tickets %s", (_, wrong) => expectEachChangeOnce("tickets", wrong));

  it.each<[string, Imperfection]>([
    ["that is late and unsorted", WORST],
    ["that is late and without some times", { ...WORST, form: "null", every: 5 }],
    ["that writes times with another offset", { isUnsorted: true, form: "offset" }],
  ])("a list of events %s", (_, wrong) => expectEachChangeOnce("events", wrong));
});
