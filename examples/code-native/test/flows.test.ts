/** The code-native example as `npm run build:code-native` built it, run against the sandbox. */
import { invokeFlow } from "@prismatic-io/spectral/dist/testing";
import {
  apiKeyConnection,
  harness,
  recordingLogger,
  useSandbox,
} from "../../../test/support/integration";

const example = require("../dist/index.js");

const CONNECTION = "Gorgias Connection";

const sandbox = useSandbox();

const { logger } = recordingLogger();
const components = {
  gorgias: Object.fromEntries(
    Object.keys(harness.component.actions).map((key) => [
      key,
      (inputs: Record<string, unknown>) => harness.action(key, inputs, { logger } as never),
    ]),
  ),
};

/** Runs a flow with the compiled actions. @param data what its trigger gives */
async function invoke(flow: string, data?: unknown): Promise<unknown> {
  const { result } = await invokeFlow(example[flow], {
    configVars: {
      [CONNECTION]: apiKeyConnection(sandbox().credentials),
      "Order Tag": "order-event",
    },
    context: { components } as never,
    payload: { body: { data } } as never,
  });
  return result?.data;
}

it("names the component's own parts in its definition", () => {
  const { codeNativeIntegrationYAML: yaml } = example.default;
  expect(yaml).toMatch(/key: gorgias-api-key/);
  expect(yaml).toMatch(/key: pollChangesTrigger/);
  expect(yaml.match(/^ {2}- name: .*/gm)).toEqual(
    ["Order Event", "Stale Tickets", "Customer Messages", "Connections"].map(
      (name) => `  - name: ${name}`,
    ),
  );
});

it("runs the flow that a webhook calls, and writes nothing twice", async () => {
  const { records, state } = sandbox();
  const { id } = records.customers.add({ email: "dana@example.com" });
  const ticket = records.tickets.add({ customer_id: id });
  const event = { email: "dana@example.com", order: "1042", event: "cancelled" };
  expect(await invoke("orderEvent", event)).toEqual({ noted: [ticket.id] });
  expect(await invoke("orderEvent", event)).toEqual({ noted: [ticket.id] });
  const notes = [...state.messages.values()].filter(({ ticket_id }) => ticket_id === ticket.id);
  expect(notes.map(({ body_text }) => body_text)).toEqual(["Order 1042: cancelled"]);
  const tags = state.tickets.get(ticket.id)?.tag_ids.map((tag) => state.tags.get(tag)?.name);
  expect(tags).toEqual(["order-event"]);
  expect(await invoke("orderEvent", { ...event, email: "nobody@example.com" })).toEqual({
    noted: [],
  });
});

it("runs the flow that a schedule starts, and passes over a ticket that is gone", async () => {
  const { records, state } = sandbox();
  const times = { updated_datetime: "2020-01-01T00:00:00Z" };
  const [stale, gone] = [1, 2].map(() => records.tickets.add({ status: "open", ...times }).id);
  sandbox().onRequest(({ method, path: asked }) => {
    if (method === "PUT" && asked === `/api/tickets/${gone}` && state.tickets.has(gone ?? 0)) {
      records.tickets.remove(gone ?? 0);
    }
  });
  const { raised } = (await invoke("staleTickets")) as { raised: number[] };
  expect(raised).toContain(stale);
  expect(raised).not.toContain(gone);
  expect(state.tickets.get(stale ?? 0)).toMatchObject({ priority: "high" });
});

it("runs the flow that a trigger of the component starts", async () => {
  const { records, state } = sandbox();
  const instanceState = {};
  const poll = async () => {
    const result = await harness.trigger(
      "pollChangesTrigger",
      undefined,
      {
        connection: apiKeyConnection(sandbox().credentials),
        pollResourceType: "messages",
      },
      { instanceState, logger } as never,
    );
    return (result as unknown as { payload: { body: { data: unknown } } }).payload.body.data;
  };
  await poll();
  const { id } = records.tickets.add({ status: "closed" });
  records.messages.add({ ticket_id: id });
  expect(await invoke("customerMessages", await poll())).toEqual({ reopened: [id] });
  expect(state.tickets.get(id)).toMatchObject({ status: "open" });
});
