import { connect } from "node:net";
import { type Sandbox, type SandboxOptions, startSandbox } from "gorgias-sandbox";
import { basicAuth, call, ManualClock, readAll } from "../support/sandboxClient";

const started: Sandbox[] = [];
async function start(options: SandboxOptions = {}) {
  const sandbox = await startSandbox({ rateLimit: false, clock: new ManualClock(), ...options });
  started.push(sandbox);
  return sandbox;
}
afterEach(() => Promise.all(started.splice(0).map((sandbox) => sandbox.close())));

const LISTS = ["/api/tickets", "/api/customers", "/api/messages", "/api/events"];
function snapshot(sandbox: Sandbox) {
  return Promise.all(
    LISTS.map(
      async (path) => (await readAll((m, p) => call(sandbox, m, p), `${path}?limit=100`)).records,
    ),
  );
}

describe("determinism", () => {
  it("gives the same lists for the same seed", async () => {
    const [one, two] = await Promise.all([start({ seed: 7 }), start({ seed: 7 })]);
    expect(await snapshot(one)).toEqual(await snapshot(two));
    const pages = await Promise.all([one, two].map((s) => call(s, "GET", "/api/tickets")));
    expect(pages[0]?.body).toEqual(pages[1]?.body);
  });

  it("gives the same answers to the same changes", async () => {
    const changed = async () => {
      const sandbox = await start();
      const message = {
        channel: "email",
        from_agent: true,
        receiver: { email: "new@example.com" },
      };
      await call(sandbox, "POST", "/api/tickets", { messages: [message], tags: [{ name: "t" }] });
      await call(sandbox, "PUT", "/api/tickets/1", { status: "closed" });
      return snapshot(sandbox);
    };
    expect(await changed()).toEqual(await changed());
  });

  it("gives other lists for another seed", async () => {
    const [one, two] = await Promise.all([start({ seed: 1 }), start({ seed: 2 })]);
    expect(await snapshot(one)).not.toEqual(await snapshot(two));
  });

  it("gives the same ticket however many there are", async () => {
    const [few, many] = await Promise.all([
      start({ tickets: 10, customers: 10 }),
      start({ tickets: 200, customers: 10 }),
    ]);
    const [a, b] = await Promise.all(
      [few, many].map((s) => call(s, "GET", "/api/tickets?ticket_ids=9")),
    );
    expect(a?.body.data).toEqual(b?.body.data);
  });
});

describe("reset", () => {
  it("brings everything back", async () => {
    const sandbox = await start({ rateLimit: undefined });
    const before = [...sandbox.state.tickets.values()];
    const { state } = sandbox;
    await call(sandbox, "DELETE", "/api/tickets/1");
    await call(sandbox, "PUT", "/api/customers/1001", { name: "Changed" });
    sandbox.storeFile({ name: "a", contentType: "text/plain", data: Buffer.from("a") });
    sandbox.mergeTickets(2, 3);
    sandbox.faults.add({ times: 9, fault: { status: 500 } });
    sandbox.reset();
    expect(sandbox.state).toBe(state);
    expect([...state.tickets.values()]).toEqual(before);
    expect([sandbox.requests, state.files.size, state.merged.tickets.size]).toEqual([[], 0, 0]);
    const { status, headers } = await call(sandbox, "GET", "/api/tickets/2");
    expect([status, headers.get("x-gorgias-account-api-call-limit")]).toEqual([200, "1/40"]);
  });
});

describe("the request log", () => {
  it("holds requests as they were sent", async () => {
    const clock = new ManualClock();
    const sandbox = await start({ clock });
    await call(sandbox, "PUT", "/api/tickets/1?a=1&a=2%20", { subject: "é" }, { "X-Trace": "7" });
    await call(sandbox, "GET", "/api/account");
    expect(sandbox.requests).toMatchObject([
      {
        method: "PUT",
        path: "/api/tickets/1",
        query: "a=1&a=2%20",
        headers: { "x-trace": "7", authorization: basicAuth(sandbox) },
        body: { subject: "é" },
        status: 400,
        at: clock.ms,
      },
      { method: "GET", path: "/api/account", query: "", body: undefined, status: 200 },
    ]);
  });

  it("holds a body that is not JSON as bytes", async () => {
    const sandbox = await start();
    const headers = { authorization: basicAuth(sandbox), "content-type": "application/json" };
    await fetch(`${sandbox.url}/api/tickets`, { method: "POST", headers, body: "{oops" });
    expect(sandbox.requests[0]).toMatchObject({ body: Buffer.from("{oops"), status: 400 });
  });
});

describe("options", () => {
  it("make as many tickets and customers as asked for", async () => {
    const sandbox = await start({ tickets: 40, customers: 3 });
    expect([sandbox.state.tickets.size, sandbox.state.customers.size]).toEqual([40, 3]);
  });

  it("allow an empty account", async () => {
    const sandbox = await start({ tickets: 0 });
    expect((await call(sandbox, "GET", "/api/tickets")).body).toMatchObject({
      data: [],
      meta: { prev_cursor: null, next_cursor: null },
    });
  });

  it("refuse tickets without customers", async () => {
    await expect(start({ tickets: 1, customers: 0 })).rejects.toThrow(RangeError);
  });

  it("reject when the port is taken", async () => {
    const sandbox = await start();
    await expect(start({ port: Number(new URL(sandbox.url).port) })).rejects.toThrow("EADDRINUSE");
  });
});

describe("close", () => {
  it("cuts open connections at once", async () => {
    const sandbox = await startSandbox();
    const socket = connect(Number(new URL(sandbox.url).port), "127.0.0.1");
    const closed = new Promise((resolve) => socket.on("close", resolve));
    socket.on("error", () => {});
    await new Promise((resolve) => socket.on("connect", resolve));
    await Promise.all([sandbox.close(), closed]);
  });
});
