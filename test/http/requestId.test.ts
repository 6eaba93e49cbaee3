import { useClock } from "../support/http";
import { apiKeyConnection, recordingLogger, run, useSandbox } from "../support/integration";

useClock();
const sandbox = useSandbox({ tickets: 2 });

async function failureOf(action: string, inputs: Record<string, unknown>) {
  const connection = apiKeyConnection(sandbox().credentials);
  return run(action, { connection, ...inputs }, { logger: recordingLogger().logger }).then(
    () => undefined,
    (error: Error & { requestId?: string }) => error,
  );
}

it.each([
  ["a refusal", { status: 400 }],
  ["a refusal of the credentials", { status: 401 }],
  ["a server error", { status: 500 }],
  ["a full bucket", { status: 429, headers: { "Retry-After": "600" } }],
  ["a redirect", { status: 302, headers: { Location: "https://elsewhere.example/" } }],
  ["a response that is cut short", { truncate: "json" as const }],
])("the error of %s names the request as Gorgias does", async (_, fault) => {
  sandbox().faults.add({ times: 9, fault });
  const error = await failureOf("getTicket", { id: 1 });
  const id = sandbox().requests.at(-1)?.requestId;
  expect(id).toMatch(/^\w{8,}$/);
  expect(error).toMatchObject({ requestId: id });
  expect(error?.message).toContain(`(request ID ${id})`);
});

it.each([
  ["a web page", "<html></html>", "the answer is a web page instead of JSON"],
  ["no list", '{"data": 5}', "without a list of records"],
])("the error of a list that is %s does too", async (_, body, problem) => {
  const headers = { "Content-Type": "application/json" };
  sandbox().faults.add({ times: 9, fault: { status: 200, headers, body } });
  const error = await failureOf("listTickets", {});
  const id = sandbox().requests.at(-1)?.requestId;
  expect(error).toMatchObject({ requestId: id });
  expect(error?.message).toContain(problem);
  expect(error?.message).toContain(`(request ID ${id})`);
});

it("no response, no name", async () => {
  sandbox().faults.add({ times: 9, fault: { reset: "before" } });
  const error = await failureOf("getTicket", { id: 1 });
  expect(error?.requestId).toBeUndefined();
  expect(error?.message).not.toContain("request ID");
});
