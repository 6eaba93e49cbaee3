/** From deploying an instance to its deletion, and the calls in between, over real HTTP. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { clock } from "../../src/clock";
import component from "../../src/index";
import { ROOMY_BUCKET } from "../support/actions";
import {
  apiKeyConnection,
  harness,
  recordingLogger,
  run,
  useSandbox,
} from "../support/integration";
import { merged } from "../support/triggerFlow";

const sandbox = useSandbox({ rateLimit: ROOMY_BUCKET });

const FLOW = { id: "flow-1", name: "Orders", stableId: "stable-1" };
const STATE_KEY = "gorgiasWebhook:stable-1";
const ACCOUNT = "https://green-garden.gorgias.com";
const NO_EVENTS = {
  "ticket-created": false,
  "ticket-updated": false,
  "ticket-message-created": false,
  "ticket-self-unsnoozed": false,
  "ticket-message-failed": false,
  "ticket-assignment-updated": false,
  "ticket-status-updated": false,
  "ticket-handed-over": false,
};

/** What the platform keeps across the flows and within the flow. */
let crossFlowState: Record<string, unknown>;
let instanceState: Record<string, unknown>;
let log: ReturnType<typeof recordingLogger>;
beforeEach(() => {
  crossFlowState = {};
  instanceState = {};
  stateModel = "replaces";
  log = recordingLogger();
});

function connection() {
  return apiKeyConnection(sandbox().credentials);
}
function inputsWith(events: string[], account = connection()) {
  return { connection: account, events };
}

function contextOf(webhookUrl: string | undefined, flow = FLOW, more: object = {}) {
  return {
    logger: log.logger,
    globalDebug: true,
    flow,
    instance: { id: "instance-1", name: "Green Garden" },
    webhookUrls: webhookUrl === undefined ? {} : { [flow.name]: webhookUrl },
    crossFlowState: structuredClone(crossFlowState),
    instanceState: structuredClone(instanceState),
    ...more,
  } as never;
}

type Kept = { crossFlowState?: Record<string, unknown>; instanceState?: Record<string, unknown> };
/** How the platform treats the state that a function returns: which of both is not documented. */
let stateModel: "replaces" | "merges";
function keep(result: unknown) {
  const kept = JSON.parse(JSON.stringify(result ?? {})) as Kept;
  if (stateModel === "merges") {
    crossFlowState = merged(crossFlowState, kept.crossFlowState ?? {});
    instanceState = merged(instanceState, kept.instanceState ?? {});
  } else {
    crossFlowState = kept.crossFlowState ?? crossFlowState;
    instanceState = kept.instanceState ?? instanceState;
  }
}

const URL_OF_FLOW = "https://hooks.example.com/trigger/ABC?tenant=7";

async function deploy(
  events = ["ticket-created", "ticket-status-updated"],
  {
    webhookUrl = URL_OF_FLOW,
    flow = FLOW,
    account = connection(),
    context = {},
  }: {
    webhookUrl?: string;
    flow?: typeof FLOW;
    account?: ReturnType<typeof connection>;
    context?: object;
  } = {},
) {
  const run = contextOf(webhookUrl, flow, context);
  keep(await component.triggers.gorgiasWebhook?.webhookCreate?.(run, inputsWith(events, account)));
}
async function remove(account = connection()) {
  const run = contextOf(URL_OF_FLOW);
  keep(
    await component.triggers.gorgiasWebhook?.webhookDelete?.(
      run,
      inputsWith(["ticket-created"], account),
    ),
  );
}

interface Registration {
  account: string;
  token: string;
  integrations: Record<string, number>;
}
function registration(key = STATE_KEY) {
  return crossFlowState[key] as Registration;
}
function ids() {
  return Object.values(registration().integrations);
}
function httpIntegrations() {
  return [...sandbox().state.integrations.values()].filter(({ type }) => type === "http");
}
function integrationOf(event: string) {
  return httpIntegrations().find(({ http }) => http?.triggers?.[event]);
}
function writes() {
  return sandbox()
    .requests.filter(({ method }) => method !== "GET")
    .map(({ method, path }) => `${method} ${path}`);
}

describe("deploying an instance", () => {
  it("creates one HTTP integration for each chosen event, its name beside the token", async () => {
    crossFlowState = { other: 1 };
    await deploy();
    const { account, token, integrations } = registration();
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect(account).toContain(ACCOUNT);
    const posts = sandbox().requests.filter(({ method }) => method === "POST");
    expect(posts.map(({ body }) => body)).toEqual(
      ["ticket-created", "ticket-status-updated"].map((event) => ({
        name: `Prismatic: Green Garden, Orders, ${event}`,
        type: "http",
        http: {
          url: `${URL_OF_FLOW}&token=${token}&event=${event}`,
          method: "POST",
          request_content_type: "application/json",
          response_content_type: "application/json",
          form: "{{context}}",
          triggers: { ...NO_EVENTS, [event]: true },
        },
      })),
    );
    expect(httpIntegrations().map(({ id }) => id)).toEqual(Object.values(integrations));
    expect(crossFlowState.other).toBe(1);
  });

  it("gives each flow integrations and a token of its own", async () => {
    const other = { id: "flow-2", name: "Returns", stableId: "stable-2" };
    await deploy();
    await deploy(undefined, { webhookUrl: "https://hooks.example.com/trigger/DEF", flow: other });
    expect(httpIntegrations()).toHaveLength(4);
    expect(registration().token).not.toBe(registration("gorgiasWebhook:stable-2").token);
  });

  it("again updates, creates what is newly chosen and deletes what no longer is", async () => {
    await deploy(["ticket-created", "ticket-updated"]);
    const before = registration();
    sandbox().requests.length = 0;
    await deploy(["ticket-updated", "ticket-handed-over"], {
      webhookUrl: "https://hooks.example.com/trigger/NEW",
    });
    const { "ticket-created": gone, "ticket-updated": kept } = before.integrations;
    expect(writes()).toEqual([
      `PUT /api/integrations/${kept}`,
      "POST /api/integrations",
      `DELETE /api/integrations/${gone}`,
    ]);
    expect(registration().token).toBe(before.token);
    expect(integrationOf("ticket-updated")?.http?.url).toBe(
      `https://hooks.example.com/trigger/NEW?token=${before.token}&event=ticket-updated`,
    );
  });

  it("again switches an integration on that Gorgias has switched off", async () => {
    await deploy(["ticket-created"]);
    const off = integrationOf("ticket-created") as NonNullable<ReturnType<typeof integrationOf>>;
    const deactivated_datetime = "2026-01-01T00:00:00.000000+00:00";
    sandbox().state.integrations.set(off.id, { ...off, deactivated_datetime });
    await deploy(["ticket-created"]);
    expect(integrationOf("ticket-created")?.deactivated_datetime).toBeNull();
  });

  it("adopts leftovers with this flow's address, and deletes doubles of them", async () => {
    await deploy(["ticket-created"]);
    const [left] = httpIntegrations();
    sandbox().state.integrations.set(499, { ...(left as NonNullable<typeof left>), id: 499 });
    crossFlowState = {};
    await deploy(["ticket-created"]);
    expect(httpIntegrations().map(({ id }) => id)).toEqual([left?.id]);
    expect(integrationOf("ticket-created")?.http?.url).toContain(registration().token);
  });

  it("creates anew what was deleted in Gorgias, or leads elsewhere by now", async () => {
    await deploy();
    const [deleted, moved] = ids() as [number, number];
    const foreign = sandbox().state.integrations.get(moved);
    sandbox().state.integrations.delete(deleted);
    const http = { ...foreign?.http, url: "https://elsewhere.example/hook" };
    sandbox().state.integrations.set(moved, { ...foreign, http } as never);
    sandbox().requests.length = 0;
    await deploy();
    expect(writes()).toEqual(["POST /api/integrations", "POST /api/integrations"]);
    expect(sandbox().state.integrations.get(moved)?.http?.url).toBe(http.url);
  });

  it("in another account takes a new token, leaves the old ids alone and names them", async () => {
    await deploy();
    const before = registration();
    sandbox().state.integrations.clear();
    sandbox().requests.length = 0;
    await deploy(undefined, {
      account: apiKeyConnection(sandbox().credentials, { domain: "red-garden" }),
    });
    expect(registration().token).not.toBe(before.token);
    expect(sandbox().requests.filter(({ path }) => /integrations\/\d/.test(path))).toEqual([]);
    expect(log.lines.join()).toContain(
      `The HTTP integrations ${Object.values(before.integrations).join(", ")} are left in ${before.account}`,
    );
  });

  it("sends the key of an address that asks for one", async () => {
    const context = { webhookApiKeys: { [FLOW.name]: ["endpoint-key"] } };
    await deploy(["ticket-created"], { context });
    expect(integrationOf("ticket-created")?.http?.headers).toEqual({ "Api-Key": "endpoint-key" });
    expect(log.lines.join()).not.toContain("endpoint-key");
    await deploy(["ticket-created"]);
    expect(integrationOf("ticket-created")?.http?.headers).toBeNull();
  });

  it("creates an integration anew that was deleted while it was looked up", async () => {
    await deploy(["ticket-created"]);
    const [before] = ids();
    sandbox().requests.length = 0;
    sandbox().onRequest(({ method }) => {
      if (method === "PUT") {
        sandbox().state.integrations.delete(Number(before));
      }
    });
    await deploy(["ticket-created"]);
    expect(writes()).toEqual([`PUT /api/integrations/${before}`, "POST /api/integrations"]);
    expect(httpIntegrations().map(({ id }) => id)).toEqual(ids());
  });

  it("leaves integrations without a URL alone", async () => {
    await deploy(["ticket-created"]);
    const [own] = httpIntegrations();
    sandbox().state.integrations.set(499, { ...own, id: 499, http: null } as never);
    await deploy(["ticket-created"]);
    expect(sandbox().state.integrations.has(499)).toBe(true);
    expect(ids()).toEqual([own?.id]);
  });

  it("takes up what an earlier release kept, which named no account and no integrations", async () => {
    const token = "f".repeat(64);
    crossFlowState = { [STATE_KEY]: { token } };
    await deploy(["ticket-created"]);
    expect(registration()).toEqual({
      account: expect.stringContaining(ACCOUNT),
      token,
      integrations: { "ticket-created": expect.any(Number) },
    });
  });

  it("fails when Gorgias refuses, and creates nothing beside what is there", async () => {
    await deploy(["ticket-created"]);
    const before = structuredClone(crossFlowState);
    sandbox().faults.add({ method: "PUT", path: /integrations/, fault: { status: 403 } });
    await expect(deploy(["ticket-created"])).rejects.toThrow("403");
    expect(crossFlowState).toEqual(before);
    expect(httpIntegrations()).toHaveLength(1);
  });

  it("does not wait longer than the platform does", async () => {
    const headers = { "Retry-After": "40" };
    sandbox().faults.add({ method: "GET", path: /integrations/, fault: { status: 429, headers } });
    await expect(deploy()).rejects.toThrow("429");
  });

  it.each(["", "no address"])("fails for a flow with the address %p", async (webhookUrl) => {
    await expect(deploy(undefined, { webhookUrl })).rejects.toThrow(
      "The flow Orders has no webhook address that Gorgias could call.",
    );
    expect(sandbox().requests).toEqual([]);
  });
});

describe("deleting an instance", () => {
  it("removes exactly the integrations that lead to the flow, and forgets them", async () => {
    await deploy();
    const [first] = httpIntegrations();
    const http = { ...first?.http, url: "https://elsewhere.example/hook" };
    sandbox().state.integrations.set(499, { ...first, id: 499, http } as never);
    const own = ids();
    sandbox().requests.length = 0;
    await remove();
    expect(writes()).toEqual(own.map((id) => `DELETE /api/integrations/${id}`));
    expect(httpIntegrations().map(({ id }) => id)).toEqual([499]);
    expect(crossFlowState).toEqual({ [STATE_KEY]: null });
  });

  it("is no failure when the integrations are gone", async () => {
    await deploy();
    sandbox().state.integrations.clear();
    await remove();
    expect(crossFlowState).toEqual({ [STATE_KEY]: null });
  });

  it("is no failure when an integration goes meanwhile", async () => {
    await deploy(["ticket-created"]);
    const [id] = ids();
    sandbox().onRequest(({ method }) => {
      if (method === "DELETE") {
        sandbox().state.integrations.delete(Number(id));
      }
    });
    await remove();
    expect(crossFlowState).toEqual({ [STATE_KEY]: null });
    expect(log.lines.filter((line) => line.startsWith("warn"))).toEqual([]);
  });

  it("that was never deployed removes nothing, and the log says what may be left", async () => {
    sandbox().faults.add({ path: /integrations/, times: 9, fault: { status: 401 } });
    await remove();
    expect(writes()).toEqual([]);
    expect(log.lines.join()).toContain(
      "The HTTP integrations of this flow, if there are any, could not be deleted",
    );
  });

  it("is no failure when the key is revoked: the log says what remains", async () => {
    await deploy();
    const before = structuredClone(crossFlowState);
    sandbox().faults.add({ path: /integrations/, times: 9, fault: { status: 401 } });
    await remove();
    expect(crossFlowState).toEqual(before);
    expect(log.lines.join()).toContain(
      `The HTTP integrations ${ids().join(", ")} in ${registration().account} could not be deleted`,
    );
  });

  it.each([401, 403, 400])(
    "removes what it knows of when Gorgias refuses to list any with %d",
    async (status) => {
      await deploy(["ticket-created", "ticket-updated", "ticket-status-updated"]);
      const [gone, moved, own] = ids() as [number, number, number];
      sandbox().state.integrations.delete(gone);
      const foreign = sandbox().state.integrations.get(moved);
      const http = { ...foreign?.http, url: "https://elsewhere.example/hook" };
      sandbox().state.integrations.set(moved, { ...foreign, http } as never);
      sandbox().requests.length = 0;
      sandbox().faults.add({ path: "/api/integrations", fault: { status } });
      await remove();
      expect(writes()).toEqual([`DELETE /api/integrations/${own}`]);
      expect(httpIntegrations().map(({ id }) => id)).toEqual([moved]);
      expect(log.lines.join()).toContain(
        "The HTTP integrations of this flow, if there are any, in ",
      );
    },
  );

  it("names what is left alone, not what is gone, when Gorgias refuses to read", async () => {
    await deploy(["ticket-created", "ticket-updated"]);
    const [gone, refused] = ids() as [number, number];
    sandbox().state.integrations.delete(gone);
    sandbox().faults.add({ path: "/api/integrations", fault: { status: 403 } });
    const path = new RegExp(`integrations/${refused}$`);
    sandbox().faults.add({ path, fault: { status: 403 } });
    await remove();
    expect(log.lines.join()).toContain(`The HTTP integrations ${refused} in `);
  });

  it("removes what it can when Gorgias refuses one, and the log names that one alone", async () => {
    await deploy(["ticket-created", "ticket-updated", "ticket-status-updated"]);
    const [refused] = ids();
    const path = new RegExp(`integrations/${refused}$`);
    sandbox().faults.add({ method: "DELETE", path, fault: { status: 403 } });
    await remove();
    expect(httpIntegrations().map(({ id }) => id)).toEqual([refused]);
    expect(log.lines.join()).toContain(`The HTTP integrations ${refused} in `);
  });

  it("of a connection that was moved asks nothing of the old ids, and names them", async () => {
    await deploy();
    const left = ids();
    sandbox().state.integrations.clear();
    sandbox().requests.length = 0;
    await remove(apiKeyConnection(sandbox().credentials, { domain: "red-garden" }));
    expect(sandbox().requests.filter(({ path }) => /integrations\/\d/.test(path))).toEqual([]);
    expect(log.lines.join()).toContain(`The HTTP integrations ${left.join(", ")} are left in`);
  });

  it("and deploying it again creates integrations with a new token", async () => {
    await deploy();
    const before = registration();
    await remove();
    await deploy();
    expect(registration().token).not.toBe(before.token);
    expect(httpIntegrations()).toHaveLength(2);
  });
});

describe("a Gorgias that does not answer in the 30 s that the platform allows", () => {
  // Never back: what was paced before goes on from its own times.
  const { now } = clock;
  let skippedMs = 0;
  beforeEach(() => {
    jest.spyOn(clock, "now").mockImplementation(() => now() + skippedMs);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => {
    clock.now = () => now() + skippedMs;
  });

  /** What a function does first comes shortly before its time is up. */
  const fallSilent = () => {
    jest.spyOn(clock, "now").mockImplementationOnce(() => {
      const startedAt = now() + skippedMs;
      skippedMs += 24_900;
      return startedAt;
    });
    sandbox().faults.add({ path: /integrations/, times: 99, fault: { delayMs: 600_000 } });
  };

  it("makes deploying fail in time, and creates nothing", async () => {
    fallSilent();
    await expect(deploy()).rejects.toThrow("GET /integrations");
    expect(writes()).toEqual([]);
  });

  it("does not make deleting fail: the log names what is left", async () => {
    await deploy();
    fallSilent();
    await remove();
    expect(log.lines.join()).toContain(`The HTTP integrations ${ids().join(", ")} in `);
  });
});

it.each(["replaces", "merges"] as const)(
  "keeps its state, and that of others, on a platform that %s what it is given",
  async (model) => {
    stateModel = model;
    crossFlowState = { other: { kept: true } };
    await deploy(["ticket-created", "ticket-updated"]);
    const { token } = registration();
    await deploy(["ticket-updated", "ticket-handed-over"]);
    await deploy(["ticket-created"]);
    expect(httpIntegrations()).toHaveLength(1);
    expect(registration().token).toBe(token);
    await remove();
    expect(httpIntegrations()).toEqual([]);
    expect(crossFlowState.other).toEqual({ kept: true });
    expect(log.lines.filter((line) => line.startsWith("warn"))).toEqual([]);
    await deploy(["ticket-created"]);
    expect(registration().token).not.toBe(token);
  },
);

describe("the token", () => {
  it("is in no line of the log and in no error, even in debug mode and when Gorgias repeats it", async () => {
    await deploy();
    const { token } = registration();
    const body = { error: { msg: `Bad url: https://x.example/?token=${token}` } };
    sandbox().faults.add({ method: "PUT", path: /integrations/, fault: { status: 400, body } });
    const error = await deploy().then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    await remove();
    expect(error?.message).toContain("400");
    expect(`${error?.message}${error?.stack}${JSON.stringify(error)}`).not.toContain(token);
    expect(log.lines.join("\n")).toContain("/integrations");
    expect(log.lines.filter((line) => line.includes(token))).toEqual([]);
  });
});

describe("from Gorgias to the flow", () => {
  interface Outcome {
    branch: string;
    payload: { body: { data: Record<string, unknown> } };
    response: { statusCode: number; body: string };
  }
  const outcomes: Outcome[] = [];
  const events = ["ticket-status-updated", "ticket-message-created"];
  let failures: unknown[] = [];

  /** The platform: what comes in at a flow's address runs the trigger, which says what to answer. */
  const platform = createServer(async (request, response) => {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      const text = Buffer.concat(chunks).toString();
      const url = new URL(request.url ?? "", "http://127.0.0.1");
      const payload = {
        headers: request.headers,
        queryParameters: Object.fromEntries(url.searchParams),
        rawBody: { data: text, contentType: "application/json" },
        body: { data: JSON.parse(text), contentType: "application/json" },
        invokeUrl: url.href,
      };
      const outcome = (await harness.trigger(
        "gorgiasWebhook",
        payload as never,
        inputsWith(events),
        contextOf(address()),
      )) as unknown as Outcome;
      keep({ instanceState: (outcome as Kept).instanceState });
      outcomes.push(outcome);
      response.writeHead(outcome.response.statusCode, { "Content-Type": "application/json" });
      response.end(outcome.response.body);
    } catch (error) {
      failures.push(error);
      response.writeHead(500).end();
    }
  });
  const address = () => `http://127.0.0.1:${(platform.address() as AddressInfo).port}/trigger/ABC`;

  beforeAll(() => new Promise<void>((resolve) => platform.listen(0, "127.0.0.1", resolve)));
  beforeEach(() => {
    outcomes.length = 0;
    failures = [];
  });
  afterEach(() => expect(failures).toEqual([]));
  afterAll(async () => {
    const closed = new Promise((resolve) => platform.close(resolve));
    platform.closeAllConnections();
    await closed;
  });

  const close = async (id: number) => {
    sandbox().records.tickets.change(id, { status: "open" });
    await run("closeTicket", { connection: connection(), id: String(id) });
    await sandbox().webhooksSettled();
  };

  it("a chosen event takes the branch Event with all that Gorgias tells, and is answered 200", async () => {
    await deploy(events, { webhookUrl: address() });
    await close(5);
    expect(sandbox().webhookCalls.map(({ event, status }) => [event, status])).toEqual([
      ["ticket-status-updated", 200],
    ]);
    expect(outcomes).toMatchObject([
      {
        branch: "Event",
        payload: {
          body: {
            data: {
              event: "ticket-status-updated",
              ticket: { id: 5, status: "closed" },
              customer: { id: expect.any(Number) },
            },
          },
        },
      },
    ]);
    const { token } = registration();
    expect(JSON.stringify(outcomes)).not.toContain(token);
    expect(log.lines.join("\n")).not.toContain(token);
  });

  it("a message is delivered with its ticket", async () => {
    await deploy(events, { webhookUrl: address() });
    await run("addInternalNote", { connection: connection(), ticket_id: "5", body_text: "Look" });
    await sandbox().webhooksSettled();
    expect(outcomes).toMatchObject([
      {
        branch: "Event",
        payload: {
          body: {
            data: {
              event: "ticket-message-created",
              ticket: { id: 5 },
              message: { body_text: "Look", channel: "internal-note" },
            },
          },
        },
      },
    ]);
  });

  it("a call that Gorgias repeats takes the branch Ignored and is answered 200", async () => {
    await deploy(events, { webhookUrl: address() });
    await close(5);
    const [sent] = sandbox().webhookCalls;
    await fetch(sent?.url ?? "", { method: "POST", body: JSON.stringify(sent?.body) });
    expect(outcomes.map(({ branch, response }) => [branch, response.statusCode])).toEqual([
      ["Event", 200],
      ["Ignored", 200],
    ]);
  });

  it("a call of an integration with another token is refused with 401", async () => {
    await deploy(events, { webhookUrl: address() });
    registration().token = "0".repeat(64);
    await close(5);
    expect(sandbox().webhookCalls).toMatchObject([{ status: 401 }]);
    expect(outcomes.map(({ branch }) => branch)).toEqual(["Ignored"]);
  });

  it("a flow whose address cannot be reached gets no call until it is deployed again", async () => {
    const gone = createServer().listen(0, "127.0.0.1");
    await once(gone, "listening");
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    await deploy(events, { webhookUrl: `http://127.0.0.1:${port}/trigger/ABC` });
    for (let n = 0; n < 100; n += 1) {
      sandbox().callWebhooks("ticket-status-updated", 5);
    }
    await sandbox().webhooksSettled();
    expect(new Set(sandbox().webhookCalls.map(({ status }) => status))).toEqual(
      new Set(["failed"]),
    );
    expect(integrationOf("ticket-status-updated")?.deactivated_datetime).not.toBeNull();
    await deploy(events, { webhookUrl: address() });
    await close(5);
    expect(outcomes.map(({ branch }) => branch)).toEqual(["Event"]);
    expect(httpIntegrations()).toHaveLength(2);
  });

  it("nothing is called after the instance was deleted", async () => {
    await deploy(events, { webhookUrl: address() });
    await remove();
    await close(5);
    expect([sandbox().webhookCalls, outcomes]).toEqual([[], []]);
  });
});
