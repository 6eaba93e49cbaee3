/** From deploying an instance to its deletion, and the calls in between, over real HTTP. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ROOMY_BUCKET } from "../support/actions";
import {
  apiKeyConnection,
  harness,
  recordingLogger,
  run,
  useSandbox,
} from "../support/integration";

const sandbox = useSandbox({ rateLimit: ROOMY_BUCKET });

const FLOW = { id: "flow-1", name: "Orders", stableId: "stable-1" };
const STATE_KEY = "gorgiasWebhook:stable-1";
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
  log = recordingLogger();
});

function connection() {
  return apiKeyConnection(sandbox().credentials);
}
function inputsWith(events: string[]) {
  return { connection: connection(), events };
}

function contextOf(webhookUrl: string | undefined, flow = FLOW) {
  return {
    logger: log.logger,
    globalDebug: true,
    flow,
    instance: { id: "instance-1", name: "Green Garden" },
    webhookUrls: webhookUrl === undefined ? {} : { [flow.name]: webhookUrl },
    crossFlowState: structuredClone(crossFlowState),
    instanceState: structuredClone(instanceState),
  } as never;
}

type Kept = { crossFlowState?: Record<string, unknown>; instanceState?: Record<string, unknown> };
function keep(result: unknown) {
  const kept = JSON.parse(JSON.stringify(result ?? {})) as Kept;
  Object.assign(crossFlowState, kept.crossFlowState);
  Object.assign(instanceState, kept.instanceState);
}

const URL_OF_FLOW = "https://hooks.example.com/trigger/ABC?tenant=7";

async function deploy(
  events = ["ticket-created", "ticket-status-updated"],
  webhookUrl: string | undefined = URL_OF_FLOW,
  flow = FLOW,
) {
  const context = contextOf(webhookUrl, flow);
  keep(await harness.triggerOnInstanceDeploy("gorgiasWebhook", inputsWith(events), context));
}
async function remove() {
  const context = contextOf(URL_OF_FLOW);
  keep(
    await harness.triggerOnInstanceDelete(
      "gorgiasWebhook",
      inputsWith(["ticket-created"]),
      context,
    ),
  );
}

function registration(key = STATE_KEY) {
  return crossFlowState[key] as { integrationId: number; token: string };
}
function integration(id = registration().integrationId) {
  return sandbox().state.integrations.get(id);
}
function httpIntegrations() {
  return [...sandbox().state.integrations.values()].filter(({ type }) => type === "http");
}
function traffic() {
  return sandbox().requests.map(({ method, path }) => `${method} ${path}`);
}

describe("deploying an instance", () => {
  it("creates one HTTP integration for exactly the chosen events at the flow's own address", async () => {
    await deploy();
    const { integrationId, token } = registration();
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect(sandbox().requests).toMatchObject([
      {
        method: "POST",
        path: "/api/integrations",
        status: 201,
        body: {
          name: "Prismatic: Green Garden, Orders",
          type: "http",
          http: {
            url: `https://hooks.example.com/trigger/ABC?tenant=7&token=${token}`,
            method: "POST",
            request_content_type: "application/json",
            response_content_type: "application/json",
            form: { event: "{{event.type}}", context: "{{context}}" },
            triggers: { ...NO_EVENTS, "ticket-created": true, "ticket-status-updated": true },
          },
        },
      },
    ]);
    expect(httpIntegrations().map(({ id }) => id)).toEqual([integrationId]);
  });

  it("gives each flow an integration and a token of its own", async () => {
    const other = { id: "flow-2", name: "Returns", stableId: "stable-2" };
    await deploy();
    await deploy(undefined, URL_OF_FLOW, other);
    const [one, two] = [registration(), registration("gorgiasWebhook:stable-2")];
    expect(httpIntegrations().map(({ id }) => id)).toEqual([one.integrationId, two.integrationId]);
    expect(one.token).not.toBe(two.token);
  });

  it("again updates that integration, keeps the token and turns other events off", async () => {
    await deploy();
    const before = registration();
    sandbox().requests.length = 0;
    await deploy(["ticket-handed-over"], "https://hooks.example.com/trigger/NEW");
    expect(registration()).toEqual(before);
    expect(traffic()).toEqual([`PUT /api/integrations/${before.integrationId}`]);
    expect(integration()?.http).toMatchObject({
      url: `https://hooks.example.com/trigger/NEW?token=${before.token}`,
      triggers: { ...NO_EVENTS, "ticket-handed-over": true },
    });
    expect(httpIntegrations()).toHaveLength(1);
  });

  it("again switches an integration on that Gorgias has switched off", async () => {
    await deploy();
    const off = integration();
    sandbox().state.integrations.set(registration().integrationId, {
      ...(off as NonNullable<typeof off>),
      deactivated_datetime: "2026-01-01T00:00:00.000000+00:00",
    });
    await deploy();
    expect(integration()?.deactivated_datetime).toBeNull();
  });

  it("creates anew what was deleted in Gorgias", async () => {
    await deploy();
    const before = registration();
    sandbox().state.integrations.delete(before.integrationId);
    sandbox().requests.length = 0;
    await deploy();
    expect(traffic()).toEqual([
      `PUT /api/integrations/${before.integrationId}`,
      "POST /api/integrations",
    ]);
    expect(registration().integrationId).not.toBe(before.integrationId);
    expect(httpIntegrations().map(({ id }) => id)).toEqual([registration().integrationId]);
  });

  it("fails when Gorgias refuses, and creates nothing beside what is there", async () => {
    await deploy();
    const before = structuredClone(crossFlowState);
    sandbox().faults.add({ method: "PUT", path: /integrations/, fault: { status: 403 } });
    await expect(deploy()).rejects.toThrow("403");
    expect(crossFlowState).toEqual(before);
    expect(httpIntegrations()).toHaveLength(1);
  });

  it.each([undefined, "", "no address"])("fails for a flow with the address %p", async (url) => {
    const context = contextOf(url);
    const deploying = harness.triggerOnInstanceDeploy(
      "gorgiasWebhook",
      inputsWith(["ticket-created"]),
      context,
    );
    await expect(deploying).rejects.toThrow(
      "The flow Orders has no webhook address that Gorgias could call.",
    );
    expect(sandbox().requests).toEqual([]);
  });
});

describe("deleting an instance", () => {
  it("removes exactly the integration that it created, and forgets it", async () => {
    const [email] = [...sandbox().state.integrations.keys()];
    await deploy();
    const { integrationId } = registration();
    const foreign = { ...(integration() as NonNullable<ReturnType<typeof integration>>), id: 499 };
    sandbox().state.integrations.set(499, foreign);
    sandbox().requests.length = 0;
    await remove();
    expect(traffic()).toEqual([`DELETE /api/integrations/${integrationId}`]);
    expect([...sandbox().state.integrations.keys()]).toEqual([email, 499]);
    expect(crossFlowState).toEqual({ [STATE_KEY]: null });
  });

  it("is no failure when the integration is gone", async () => {
    await deploy();
    sandbox().state.integrations.delete(registration().integrationId);
    await remove();
    expect(crossFlowState).toEqual({ [STATE_KEY]: null });
  });

  it("asks nothing when none was created", async () => {
    await remove();
    expect(sandbox().requests).toEqual([]);
  });

  it("fails when Gorgias refuses, and does not forget", async () => {
    await deploy();
    const before = structuredClone(crossFlowState);
    sandbox().faults.add({ method: "DELETE", path: /integrations/, fault: { status: 403 } });
    await expect(remove()).rejects.toThrow("403");
    expect(crossFlowState).toEqual(before);
  });

  it("and deploying it again creates an integration with a new token", async () => {
    await deploy();
    const before = registration();
    await remove();
    await deploy();
    expect(registration().token).not.toBe(before.token);
    expect(httpIntegrations()).toHaveLength(1);
  });
});

describe("the token", () => {
  const inLog = (token: string) => log.lines.filter((line) => line.includes(token));

  it("is in no line of the log, even in debug mode", async () => {
    await deploy();
    const { token } = registration();
    await deploy(["ticket-updated"]);
    await remove();
    expect(log.lines.join("\n")).toContain("/integrations");
    expect(inLog(token)).toEqual([]);
  });

  it("is in no error and no log when Gorgias answers with what it was sent", async () => {
    await deploy();
    const { token } = registration();
    sandbox().faults.add({
      method: "PUT",
      path: /integrations/,
      fault: {
        status: 400,
        body: { error: { msg: `Bad url: https://x.example/?token=${token}` } },
      },
    });
    const error = await deploy().then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(error?.message).toContain("400");
    expect(`${error?.message}${error?.stack}${JSON.stringify(error)}`).not.toContain(token);
    expect(inLog(token)).toEqual([]);
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
    await deploy(events, address());
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
    await deploy(events, address());
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
    await deploy(events, address());
    await close(5);
    sandbox().callWebhooks("ticket-status-updated", 5);
    await sandbox().webhooksSettled();
    expect(outcomes.map(({ branch, response }) => [branch, response.statusCode])).toEqual([
      ["Event", 200],
      ["Ignored", 200],
    ]);
  });

  it("a call of an integration with another token is refused with 401", async () => {
    await deploy(events, address());
    registration().token = "0".repeat(64);
    await close(5);
    expect(sandbox().webhookCalls).toMatchObject([{ status: 401 }]);
    expect(outcomes.map(({ branch }) => branch)).toEqual(["Ignored"]);
  });

  it("nothing is called after the instance was deleted", async () => {
    await deploy(events, address());
    await remove();
    await close(5);
    expect([sandbox().webhookCalls, outcomes]).toEqual([[], []]);
  });
});
