import { createClient } from "../../src/client";
import { clock } from "../../src/clock";
import { CALL_LIMIT_HEADER } from "../../src/http/callLimit";
import type { HttpResponse } from "../../src/http/request";
import * as transport from "../../src/http/transport";
import { VirtualTime } from "../support/bucketSimulation";
import { apiKeyConnection, recordingLogger } from "../support/integration";

afterEach(() => jest.restoreAllMocks());

const LATENCY_MS = 20;
const MINUTE_MS = 60_000;

let processes = 0;
/** A client of a process of its own: it shares its pacer with no other. */
function newProcess() {
  processes += 1;
  const connection = apiKeyConnection({ username: "jane@example.com", apiKey: "key-0123456789" });
  return createClient(
    { ...connection, fields: { ...connection.fields, domain: `process-${processes}` } },
    { logger: recordingLogger().logger as never },
  );
}

/** Puts answers in the place of the network. */
function respondWith(next: (host: string, sentAt: number) => HttpResponse<string>) {
  const time = new VirtualTime();
  jest.spyOn(clock, "now").mockImplementation(() => time.now);
  jest.spyOn(clock, "sleep").mockImplementation(time.sleep);
  jest.spyOn(transport, "transmit").mockImplementation(async ({ url }) => {
    const response = next(new URL(url).host, time.now);
    await time.sleep(LATENCY_MS);
    return response;
  });
  return time;
}

const OK: HttpResponse<string> = { status: 200, headers: {}, data: "{}" };

describe("processes that are refused at one moment with one Retry-After", () => {
  const PROCESSES = 40;
  const RETRY_AFTER_MS = 2_000;
  const JITTER_MS = 500;

  /** @returns when they come back, ms after they may. */
  async function comeBack(requestsEach: number): Promise<number[]> {
    // Evenly spread, as chance is on the whole.
    let draws = 0;
    jest.spyOn(clock, "random").mockImplementation(() => {
      draws += 1;
      return ((draws * 7) % PROCESSES) / PROCESSES;
    });
    const refused = new Set<string>();
    const sent: number[] = [];
    const time = respondWith((host, sentAt) => {
      sent.push(sentAt);
      if (refused.has(host)) {
        return OK;
      }
      refused.add(host);
      return { status: 429, headers: { "retry-after": "2" }, data: "" };
    });
    const refusedAt = time.now + LATENCY_MS;
    const clients = Array.from({ length: PROCESSES }, newProcess);
    const first = clients.map((client) => client.request("GET /account", {}));
    // What comes while they wait was not refused itself.
    const others = clients.flatMap((client) =>
      Array.from({ length: requestsEach - 1 }, () =>
        time.sleep(100).then(() => client.request("GET /account", {})),
      ),
    );
    await time.until(Promise.all([...first, ...others]));
    return sent.slice(PROCESSES).map((at) => at - refusedAt - RETRY_AFTER_MS);
  }

  it.each([1, 3])("do not come back together, nor too early (requests: %d each)", async (each) => {
    const backs = await comeBack(each);
    expect(backs).toHaveLength(PROCESSES * each);
    expect(Math.min(...backs)).toBeGreaterThanOrEqual(0);
    for (let from = 0; from < JITTER_MS; from += JITTER_MS / 10) {
      const together = backs.filter((at) => at >= from && at < from + JITTER_MS / 10);
      expect(together.length).toBeLessThanOrEqual((PROCESSES * each) / 4);
    }
  });
});

describe("a header that makes no sense holds no request for more than a minute", () => {
  const FAR = "Fri, 31 Dec 9999 23:59:59 GMT";

  it.each([
    "999999",
    "9".repeat(30),
    "-5",
    "-999999",
    "NaN",
    "Infinity",
    "1e9",
    "0",
    "",
    "999999/1",
    FAR,
    "Fri, 31 Dec 1999 23:59:59 GMT",
    "Fri, 99 Foo 2026 99:99:99 GMT",
  ])("Retry-After: %j", async (value) => {
    for (const status of [429, 503]) {
      let responses = 0;
      const time = respondWith(() => {
        responses += 1;
        const date = "Wed, 25 Nov 2026 12:00:00 GMT";
        return responses === 1 ? { status, headers: { "retry-after": value, date }, data: "" } : OK;
      });
      const startedAt = time.now;
      const client = newProcess();
      const requests = [1, 2, 3].map(() => client.request("GET /account", {}));
      // The one that is told to wait for days fails at once; no other waits for it.
      await time.until(Promise.allSettled(requests));
      const next = client.request("GET /account", {});
      expect(await time.until(next)).toEqual({});
      expect(time.now - startedAt).toBeLessThan(MINUTE_MS);
    }
  });

  it.each([
    "999999/1",
    "999999/0",
    "2/1",
    "-1/40",
    "40/-1",
    "NaN/40",
    "40/NaN",
    "Infinity/Infinity",
    "1e9/40",
    `${"9".repeat(30)}/${"9".repeat(30)}`,
    `0/${"0".repeat(30)}`,
    "80/40",
    "999999999/40",
    "",
  ])("call limit: %j", async (value) => {
    const time = respondWith(() => ({ ...OK, headers: { [CALL_LIMIT_HEADER]: value } }));
    const client = newProcess();
    await time.until(client.request("GET /account", {}));
    const startedAt = time.now;
    await time.until(client.request("GET /account", {}));
    expect(time.now - startedAt).toBeLessThanOrEqual(MINUTE_MS);
  });
});
