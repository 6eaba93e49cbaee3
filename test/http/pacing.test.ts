import { createClient } from "../../src/client";
import { clock } from "../../src/clock";
import { Pacer, pacerFor } from "../../src/http/pacing";
import { path } from "../../src/http/path";
import type { HttpResponse } from "../../src/http/request";
import * as transport from "../../src/http/transport";
import { listRecords } from "../../src/lists";
import { type Bucket, leastTime, simulate, VirtualTime } from "../support/bucketSimulation";
import { connectionTo, outcomeOf, useClock } from "../support/http";
import {
  apiKeyConnection,
  oauth2Connection,
  recordingLogger,
  useSandbox,
} from "../support/integration";

afterEach(() => jest.restoreAllMocks());

let accounts = 0;
/** An account that no test has used before: pacers live as long as the process. */
function newAccount() {
  accounts += 1;
  return `account-${accounts}`;
}

function connectionOf(domain: string, oauth2 = false) {
  const connection = oauth2
    ? oauth2Connection("access-token-value")
    : apiKeyConnection({ username: "jane@example.com", apiKey: "key-0123456789" });
  return { ...connection, fields: { ...connection.fields, domain } };
}

function clientOf(domain: string, oauth2 = false) {
  return createClient(connectionOf(domain, oauth2), { logger: recordingLogger().logger as never });
}

/** Answers a list of so many pages, one record each. */
function pages(count: number) {
  return (url: URL) => {
    const page = Number(url.searchParams.get("cursor") ?? 1);
    const next_cursor = page < count ? String(page + 1) : null;
    return { data: [{ id: page }], meta: { prev_cursor: null, next_cursor } };
  };
}

/** Reads a list of so many pages against a simulated bucket. */
async function readAgainst(bucket: Bucket, count: number, latencyMs: number) {
  const account = newAccount();
  const { time, buckets } = simulate({ [account]: bucket }, latencyMs, pages(count));
  const startedAt = time.now;
  const client = clientOf(account, bucket.capacity > 40);
  const { data } = await time.until(listRecords(client, path`/tickets`, { fetchAll: true }));
  expect(data).toHaveLength(count);
  const { refused = [] } = buckets[account] ?? {};
  return { ms: time.now - startedAt, refused };
}

const API_KEY: Bucket = { capacity: 40, windowMs: 20_000 };
const OAUTH2: Bucket = { capacity: 80, windowMs: 20_000 };
const BUCKETS: [string, Bucket, number][] = [
  ["API key, 60 pages", API_KEY, 60],
  ["API key, 120 pages", API_KEY, 120],
  ["OAuth 2.0, 120 pages", OAUTH2, 120],
  ["OAuth 2.0, 240 pages", OAUTH2, 240],
  ["enterprise API key, 60 pages", { ...API_KEY, windowMs: 10_000 }, 60],
  ["enterprise API key, 120 pages", { ...API_KEY, windowMs: 10_000 }, 120],
  ["enterprise OAuth 2.0, 240 pages", { ...OAUTH2, windowMs: 10_000 }, 240],
];

describe.each(BUCKETS)(
  "a list read by %s, within 15 %% of the least time and with at most one 429",
  (_, bucket, count) => {
    const expectNearLeast = async (change: Partial<Bucket>, latencyMs: number) => {
      const changed = { ...bucket, ...change };
      const { ms, refused } = await readAgainst(changed, count, latencyMs);
      expect(refused.length).toBeLessThanOrEqual(1);
      expect(ms / leastTime(changed, count, latencyMs)).toBeLessThan(1.15);
    };

    describe.each([5, 50, 150, 300])("latency %d ms", (latencyMs) => {
      it("header rounded up", () => expectNearLeast({ round: Math.ceil }, latencyMs));
      it("header rounded down", () => expectNearLeast({ round: Math.floor }, latencyMs));
      it("header rounded to the nearest", () => expectNearLeast({ round: Math.round }, latencyMs));
      it("while another client takes half of the bucket", () =>
        expectNearLeast({ otherEveryMs: (2 * bucket.windowMs) / bucket.capacity }, latencyMs));
    });
  },
);

describe("a server that counts by the window", () => {
  it.each([
    ["API key", API_KEY, 130],
    ["OAuth 2.0", OAUTH2, 250],
    ["enterprise", { ...API_KEY, windowMs: 10_000 }, 130],
  ])("%s: at most one 429 a window", async (_, bucket, count) => {
    for (const latencyMs of [5, 100, 300]) {
      const { refused } = await readAgainst({ ...bucket, kind: "fixed" }, count, latencyMs);
      const windows = refused.map((at) => Math.floor((at - 1_000) / bucket.windowMs));
      expect(windows).toEqual([...new Set(windows)]);
    }
  });
});

describe("a bucket that is full before the first request", () => {
  it.each([true, false])(
    "costs one 429 (with the call limit header: %s)",
    async (tellsWhenFull) => {
      const account = newAccount();
      const bucket = { ...API_KEY, tellsWhenFull };
      const { time, buckets } = simulate({ [account]: bucket }, 50, pages(50));
      for (let used = 0; used < 40; used += 1) {
        buckets[account]?.request(time.now);
      }
      const startedAt = time.now;
      await time.until(listRecords(clientOf(account), path`/tickets`, { fetchAll: true }));
      expect(buckets[account]?.refused).toHaveLength(1);
      // 50 requests at one each half second.
      expect(time.now - startedAt).toBeLessThan(25_000 * 1.15);
    },
  );
});

describe("actions of one process", () => {
  it("ten lists read at once share the bucket of their account and do not overflow it", async () => {
    const account = newAccount();
    const { time, buckets } = simulate({ [account]: API_KEY }, 150, pages(12));
    const startedAt = time.now;
    const readings = Array.from({ length: 10 }, () =>
      listRecords(clientOf(account), path`/tickets`, { fetchAll: true }),
    );
    const results = await time.until(Promise.all(readings));
    expect(results.map(({ data }) => data.length)).toEqual(Array(10).fill(12));
    const { admitted = [], refused = [] } = buckets[account] ?? {};
    expect(refused).toEqual([]);
    expect(admitted).toHaveLength(120);
    // 40 at once, then one each half second: 80 of them.
    expect((time.now - startedAt) / 40_000).toBeLessThan(1.15);
  });

  it("each of the lists gets its share", async () => {
    const account = newAccount();
    const { time } = simulate({ [account]: API_KEY }, 100, pages(15));
    const ends: number[] = [];
    const readings = Array.from({ length: 6 }, async () => {
      await listRecords(clientOf(account), path`/tickets`, { fetchAll: true });
      ends.push(time.now);
    });
    await time.until(Promise.all(readings));
    // Six lists of one length that take turns end within a few turns of each other.
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(6 * 500);
  });

  it("two accounts do not hold each other up", async () => {
    const [busy, idle] = [newAccount(), newAccount()];
    const { time, buckets } = simulate({ [busy]: API_KEY, [idle]: API_KEY }, 50, pages(80));
    const startedAt = time.now;
    const long = listRecords(clientOf(busy), path`/tickets`, { fetchAll: true });
    await time.until(time.sleep(5_000));
    expect(buckets[busy]?.admitted.length).toBeGreaterThanOrEqual(39);
    const beforeShort = time.now;
    const client = clientOf(idle);
    await time.until(
      Promise.all(Array.from({ length: 20 }, () => client.request("GET /account", {}))),
    );
    expect(time.now - beforeShort).toBe(50);
    await time.until(long);
    expect(time.now - startedAt).toBeGreaterThan(19_000);
  });

  it("nor do the two kinds of connection, which have a bucket each", async () => {
    const account = newAccount();
    const { time } = simulate({ [account]: API_KEY }, 10);
    const byKey = clientOf(account);
    await time.until(
      Promise.all(Array.from({ length: 39 }, () => byKey.request("GET /account", {}))),
    );
    const before = time.now;
    await time.until(clientOf(account, true).request("GET /account", {}));
    expect(time.now - before).toBe(10);
  });

  it("two connections of one account are held by one pacer", () => {
    expect(pacerFor("https://a.gorgias.com key", 40)).toBe(
      pacerFor("https://a.gorgias.com key", 40),
    );
    expect(pacerFor("https://a.gorgias.com key", 40)).not.toBe(
      pacerFor("https://b.gorgias.com key", 40),
    );
  });

  it.each([
    ["an API key: 40 less one", false, 39],
    ["OAuth 2.0: 80 less one", true, 79],
  ])("before any response the bucket is that of %s", async (_, oauth2, atOnce) => {
    const account = newAccount();
    const { time, buckets } = simulate({ [account]: { ...OAUTH2, capacity: 1_000 } }, 400);
    const client = clientOf(account, oauth2);
    const all = Array.from({ length: 100 }, () => client.request("GET /account", {}));
    await time.until(time.sleep(210));
    expect(buckets[account]?.admitted).toHaveLength(atOnce);
    await time.until(Promise.all(all));
  });

  it("a 429's pause holds all of them, whatever room the bucket has", async () => {
    const time = new VirtualTime();
    jest.spyOn(clock, "now").mockImplementation(() => time.now);
    jest.spyOn(clock, "sleep").mockImplementation(time.sleep);
    jest.spyOn(clock, "random").mockReturnValue(0);
    const sentAt: number[] = [];
    jest
      .spyOn(transport, "transmit")
      .mockImplementation(async (): Promise<HttpResponse<string>> => {
        sentAt.push(time.now);
        await time.sleep(20);
        return sentAt.length === 1
          ? { status: 429, headers: { "retry-after": "10" }, data: "" }
          : { status: 200, headers: {}, data: "{}" };
      });
    const startedAt = time.now;
    const account = newAccount();
    const first = clientOf(account).request("GET /account", {});
    await time.until(time.sleep(100));
    const others = Array.from({ length: 5 }, () => clientOf(account).request("GET /account", {}));
    const elsewhere = clientOf(newAccount()).request("GET /account", {});
    await time.until(Promise.all([first, ...others, elsewhere]));
    const resumed = startedAt + 20 + 10_025;
    expect(sentAt).toEqual([startedAt, startedAt + 100, ...Array(6).fill(resumed)]);
  });
});

describe("Pacer", () => {
  const pacerAt = (capacity: number) => {
    const time = new VirtualTime();
    jest.spyOn(clock, "now").mockImplementation(() => time.now);
    jest.spyOn(clock, "sleep").mockImplementation(time.sleep);
    const pacer = new Pacer(capacity);
    const startedAt = time.now;
    /** When each of so many turns came, ms from the start. */
    const turns = (count: number) =>
      time.until(
        Promise.all(
          Array.from({ length: count }, () => pacer.acquire().then(() => time.now - startedAt)),
        ),
      );
    return { time, pacer, turns };
  };

  it("lets a bucketful go at once, less one, then one for each that leaks", async () => {
    const { turns } = pacerAt(40);
    const at = await turns(43);
    expect(at.slice(0, 39)).toEqual(Array(39).fill(0));
    expect(at.slice(39)).toEqual([500, 1_000, 1_500, 2_000]);
  });

  it("leaks twice as fast for 80", async () => {
    const { turns } = pacerAt(80);
    expect((await turns(81)).slice(78)).toEqual([0, 250, 500]);
  });

  it("lets requests go in the order in which they came", async () => {
    const { time, pacer } = pacerAt(2);
    const order: number[] = [];
    const all = [1, 2, 3, 4].map((turn) => pacer.acquire().then(() => order.push(turn)));
    await time.until(Promise.all(all));
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it("believes the header over its own count", async () => {
    const { pacer, turns } = pacerAt(40);
    await turns(39);
    for (let count = 0; count < 39; count += 1) {
      pacer.onResponse("5/40");
    }
    expect(await turns(34)).toEqual(Array(34).fill(0));
    expect(await turns(1)).toEqual([500]);
  });

  it("adds what is still under way to what the header says", async () => {
    const { pacer, turns } = pacerAt(40);
    await turns(10);
    pacer.onResponse("30/40");
    // 30 used and 9 under way leave no room.
    expect(await turns(1)).toEqual([500]);
  });

  it("no longer counts as under way what ended without a response", async () => {
    const { pacer, turns } = pacerAt(40);
    await turns(31);
    for (let lost = 0; lost < 30; lost += 1) {
      pacer.onResponse(undefined);
    }
    pacer.onResponse("5/40");
    expect(await turns(34)).toEqual(Array(34).fill(0));
  });

  it("takes the size of the bucket from the header", async () => {
    const { pacer, turns } = pacerAt(40);
    await turns(1);
    pacer.onResponse("1/100");
    expect(await turns(98)).toEqual(Array(98).fill(0));
    expect(await turns(1)).toEqual([200]);
  });

  it("stays at work with a bucket of one", async () => {
    const { pacer, turns } = pacerAt(40);
    await turns(1);
    pacer.onResponse("0/1");
    expect(await turns(2)).toEqual([0, 20_000]);
  });

  it.each([
    undefined,
    "",
    "garbage",
    "40",
    "/40",
    "40/",
    "-1/40",
    "39.5/40",
    "39 / 40",
    "39/0",
    "39/40/80",
    "1e9/40",
    "99999999/99999999",
  ])("keeps its own count when the header is %j", async (header) => {
    const { pacer, turns } = pacerAt(40);
    await turns(1);
    pacer.onResponse(header);
    expect(await turns(38)).toEqual(Array(38).fill(0));
    expect(await turns(1)).toEqual([500]);
  });

  it("reads a header with blanks around it", async () => {
    const { pacer, turns } = pacerAt(40);
    await turns(1);
    pacer.onResponse(" 39/40 ");
    expect(await turns(1)).toEqual([500]);
  });

  it("waits for the end of a pause, and for the longest of several", async () => {
    const { pacer, turns } = pacerAt(40);
    pacer.pauseFor(3_000);
    pacer.pauseFor(1_000);
    expect(await turns(2)).toEqual([3_000, 3_000]);
  });

  it("a pause that begins while requests wait holds them too", async () => {
    const { time, pacer, turns } = pacerAt(2);
    const waiting = turns(2);
    await time.sleep(100).then(() => pacer.pauseFor(60_000));
    expect(await waiting).toEqual([0, 60_100]);
  });

  it("a response nobody waited for does no harm", async () => {
    const { pacer, turns } = pacerAt(40);
    pacer.onResponse("0/40");
    pacer.onResponse("0/40");
    expect(await turns(40)).toEqual([...Array(39).fill(0), 500]);
  });
});

describe("against the sandbox's own bucket, its clock moved by the client's waits", () => {
  const waits = useClock({ isStill: true });
  const STARTED = Date.UTC(2026, 0, 1);
  const sandbox = useSandbox({
    tickets: 6_000,
    rateLimit: {},
    checkResponses: false,
    cursorTtlMs: 3_600_000,
    clock: { now: () => STARTED + clock.now() },
  });

  it.each([
    ["API key", 1, 60, 10_000],
    ["OAuth 2.0", 2, 120, 10_000],
  ])("%s: %d reading(s) of 6,000 tickets", async (kind, readings, requests, leastMs) => {
    const connection =
      kind === "API key"
        ? connectionTo(sandbox())
        : oauth2Connection(sandbox().credentials.accessToken);
    const startedAt = clock.now();
    for (let reading = 0; reading < readings; reading += 1) {
      const { data } = await outcomeOf("listTickets", { connection, fetchAll: true });
      expect((data as { data: unknown[] }).data).toHaveLength(6_000);
    }
    expect(sandbox().requests.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(1);
    expect(sandbox().requests).toHaveLength(requests);
    expect(waits.length).toBeGreaterThan(0);
    expect((clock.now() - startedAt) / leastMs).toBeLessThan(1.15);
  });
});
