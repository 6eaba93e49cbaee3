import { type Sandbox, startSandbox } from "gorgias-sandbox";
import { bearerAuth, call as callSandbox, ManualClock, useSandbox } from "../support/sandboxClient";

const LIMIT = "x-gorgias-account-api-call-limit";
const clock = new ManualClock();
const { call, sandbox } = useSandbox({ rateLimit: undefined, clock });

async function repeat(times: number, headers?: Record<string, string>) {
  for (let i = 0; i < times; i++) {
    expect((await call("GET", "/api/account", undefined, headers)).status).toBe(200);
  }
}

it("says on every response how much of the bucket is used", async () => {
  for (const [path, status] of [
    ["/api/account", 200],
    ["/api/tickets/999", 404],
    ["/api/tickets?limit=0", 400],
  ] as const) {
    const response = await call("GET", path);
    expect([response.status, response.headers.get(LIMIT)]).toEqual([
      status,
      expect.stringMatching(/^\d\/40$/),
    ]);
  }
  expect((await call("GET", "/api/account")).headers.get(LIMIT)).toBe("4/40");
});

it("refuses the request after the 40th with 429 and does not perform it", async () => {
  await repeat(40);
  const { status, headers, body } = await call("DELETE", "/api/tickets/1");
  expect([status, headers.get("retry-after"), headers.get(LIMIT)]).toEqual([429, "1", "40/40"]);
  expect(body).toEqual({ error: { msg: "Too many requests." } });
  expect(sandbox().state.tickets.has(1)).toBe(true);
});

it("drains continuously: half a second makes room for one request", async () => {
  await repeat(40);
  clock.ms += 499;
  expect((await call("GET", "/api/account")).status).toBe(429);
  clock.ms += 1;
  await repeat(1);
  expect((await call("GET", "/api/account")).status).toBe(429);
  clock.ms += 20_000;
  expect((await call("GET", "/api/account")).headers.get(LIMIT)).toBe("1/40");
});

it("has a bucket of 80 for OAuth, apart from the one for API keys", async () => {
  await repeat(40);
  await repeat(80, { authorization: bearerAuth(sandbox()) });
  const { status, headers } = await call("GET", "/api/account", undefined, {
    authorization: bearerAuth(sandbox()),
  });
  expect([status, headers.get(LIMIT)]).toEqual([429, "80/80"]);
});

it("does not count refused requests", async () => {
  await repeat(40);
  await Promise.all(Array.from({ length: 10 }, () => call("GET", "/api/account")));
  clock.ms += 500;
  await repeat(1);
});

it("tells the time by its own clock", async () => {
  const { headers } = await call("GET", "/api/account");
  expect(headers.get("date")).toBe(new Date(clock.ms).toUTCString());
});

describe("options", () => {
  let other: Sandbox | undefined;
  afterEach(() => other?.close());

  it("rateLimit overrides a part of the limit", async () => {
    other = await startSandbox({ rateLimit: { apiKey: 2, windowMs: 10_000 }, clock });
    const responses = [];
    for (let i = 0; i < 3; i++) {
      responses.push(await callSandbox(other, "GET", "/api/account"));
    }
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(responses[2]?.headers.get("retry-after")).toBe("5");
  });

  it("rateLimit false never refuses, and still sends the header", async () => {
    other = await startSandbox({ rateLimit: false, clock });
    for (let i = 0; i < 45; i++) {
      expect((await callSandbox(other, "GET", "/api/account")).status).toBe(200);
    }
    const { headers } = await callSandbox(other, "GET", "/api/account");
    expect(headers.get(LIMIT)).toBe("40/40");
  });
});
