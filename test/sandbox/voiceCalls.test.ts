import { startSandbox } from "gorgias-sandbox";
import { call as callSandbox, readAll, useSandbox } from "../support/sandboxClient";

const { call, sandbox } = useSandbox();

it.each([
  ["/api/phone/voice-calls?limit=2", [903, 902, 901]],
  ["/api/phone/voice-calls?ticket_id=15", [902]],
  ["/api/phone/voice-calls?ticket_id=1", []],
  ["/api/phone/voice-call-events?limit=3", [928, 927, 926, 925, 924, 923, 922, 921]],
  ["/api/phone/voice-call-events?call_id=903", [928, 927]],
  ["/api/phone/voice-call-recordings?limit=1", [962, 961]],
  ["/api/phone/voice-call-recordings?call_id=901", [961]],
])("lists %s", async (path, expected) => {
  const { records } = await readAll(call, path);
  const times = records.map(({ created_datetime }) => String(created_datetime));
  expect(times).toEqual([...times].sort().reverse());
  expect(records.map(({ id }) => id).sort((a, b) => b - a)).toEqual(expected);
});

it.each([
  ["/api/phone/voice-calls/901", { id: 901, ticket_id: 14, status: "completed" }],
  ["/api/phone/voice-calls/903", { id: 903, ticket_id: 16, status: "missed" }],
  ["/api/phone/voice-call-events/921", { id: 921, call_id: 901, type: "incoming-phone-call" }],
  ["/api/phone/voice-call-recordings/961", { id: 961, call_id: 901, url: expect.any(String) }],
])("reads %s", async (path, expected) => {
  expect(await call("GET", path)).toMatchObject({ status: 200, body: expected });
});

it("calls belong to tickets and customers that exist", () => {
  for (const { ticket_id, customer_id } of sandbox().state.voiceCalls.values()) {
    expect(sandbox().state.tickets.get(ticket_id ?? 0)?.customer_id).toBe(customer_id);
  }
});

it("keeps the fact that there was a recording when it is deleted", async () => {
  const path = "/api/phone/voice-call-recordings/961";
  expect((await call("DELETE", path)).status).toBe(204);
  const { body } = await call("GET", path);
  expect(body).toMatchObject({
    url: null,
    deleted_datetime: expect.any(String),
    deleted_by_user_id: 1,
  });
  expect((await call("DELETE", path)).status).toBe(204);
  expect((await call("GET", path)).body).toEqual(body);
});

it("has no calls without their tickets", async () => {
  const small = await startSandbox({ tickets: 2 });
  expect((await callSandbox(small, "GET", "/api/phone/voice-calls")).body.data).toEqual([]);
  expect((await callSandbox(small, "GET", "/api/satisfaction-surveys")).body.data).toEqual([]);
  await small.close();
});
