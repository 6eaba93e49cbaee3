/** The pickers beyond the documentation page: what they read, and how they name it. */
import component from "../src";
import { apiKeyConnection, harness, recordingLogger, useSandbox } from "./support/integration";

const sandbox = useSandbox({ rateLimit: { apiKey: 100_000 } });

async function pick(key: string, inputs: Record<string, unknown> = {}) {
  const connection = apiKeyConnection(sandbox().credentials);
  const context = { logger: recordingLogger().logger } as never;
  const { result } = (await harness.dataSource(key, { connection, ...inputs }, context)) as {
    result: { key: string; label: string }[];
  };
  const { method, path, query } = sandbox().requests.at(-1) ?? {};
  return { result, request: `${method} ${path}?${decodeURIComponent(query ?? "")}` };
}

const NEWEST = "order_by=created_datetime:desc&limit=100";

describe.each([
  ["selectUser", `/api/users?${NEWEST}`, "Anna Agent"],
  ["selectTeam", `/api/teams?${NEWEST}`, undefined],
  ["selectTag", `/api/tags?${NEWEST}`, undefined],
  ["selectView", `/api/views?${NEWEST}`, undefined],
  ["selectMacro", `/api/macros?${NEWEST}`, undefined],
  ["selectRule", `/api/rules?${NEWEST}`, undefined],
  ["selectIntegration", `/api/integrations?${NEWEST}`, undefined],
  ["selectSatisfactionSurvey", `/api/satisfaction-surveys?${NEWEST}`, undefined],
  [
    "selectTicketField",
    "/api/custom-fields?object_type=Ticket&order_by=priority:desc&limit=100",
    undefined,
  ],
  [
    "selectCustomerField",
    "/api/custom-fields?object_type=Customer&order_by=priority:desc&limit=100",
    undefined,
  ],
])("%s", (key, address, known) => {
  it("reads its list once and names every record, each by a label of its own", async () => {
    const { result, request } = await pick(key);
    expect(request).toBe(`GET ${address}`);
    expect(result.length).toBeGreaterThan(0);
    expect(result.every((element) => /^\d+$/.test(element.key) && /\S/.test(element.label))).toBe(
      true,
    );
    expect(new Set(result.map(({ label }) => label)).size).toBe(result.length);
    if (known) {
      expect(result.map(({ label }) => label)).toContainEqual(expect.stringContaining(known));
    }
  });
});

it("the search of custom fields is sent", async () => {
  expect((await pick("selectTicketField", { search: "Prod" })).request).toContain("search=Prod");
});

it("records are sorted by label where a name is what one looks for", async () => {
  const labels = (await pick("selectTag")).result.map(({ label }) => label);
  expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, "en", { numeric: true })));
});

it("archived records say so", async () => {
  const labels = (await pick("selectTicketField")).result.map(({ label }) => label);
  expect(labels.filter((label) => label.endsWith("(archived)"))).toHaveLength(1);
});

it("a tag is picked by its name where an input takes names", async () => {
  const { result } = await pick("selectTagName");
  expect(result).toContainEqual({ key: "vip", label: "vip" });
});

it("an address is picked of the email integrations alone", async () => {
  expect((await pick("selectEmailAddress")).result).toEqual([
    { key: "support@sandbox.example", label: "support@sandbox.example" },
  ]);
});

/** What Gorgias answers to the next request for a list. */
function answer(path: string, ...data: object[]) {
  sandbox().faults.add({ path, fault: { status: 200, body: { data, meta: {} } } });
}

it.each([
  [
    "selectWidget",
    "/api/widgets",
    [
      { id: 72, type: "http", context: "ticket", integration_id: 402 },
      { id: 71, type: null, context: null, integration_id: null },
      { id: 70, type: "shopify", deactivated_datetime: "2026-01-01T00:00:00" },
    ],
    ["http 72, in ticket, integration 402", "Widget 71", "shopify 70 (archived)"],
  ],
  [
    "selectVoiceCall",
    "/api/phone/voice-calls",
    [
      {
        id: 5,
        direction: "inbound",
        status: "missed",
        phone_number_source: null,
        created_datetime: "2026-03-08T17:30:00",
      },
    ],
    ["inbound from an unknown number, missed, 2026-03-08 17:30"],
  ],
  [
    "selectSatisfactionSurvey",
    "/api/satisfaction-surveys",
    [
      { id: 9, ticket_id: 5, score: 4 },
      { id: 8, ticket_id: null, score: null },
    ],
    ["Satisfaction Survey 9, ticket 5, score 4", "Satisfaction Survey 8, no score yet"],
  ],
])("%s tells what is known of each record", async (key, path, records, labels) => {
  answer(path, ...records);
  expect((await pick(key)).result.map(({ label }) => label)).toEqual(labels);
});

it("a record without what is picked is left out", async () => {
  answer("/api/tags", { id: 2, name: "vip" }, { id: 1, name: "" });
  expect((await pick("selectTagName")).result).toEqual([{ key: "vip", label: "vip" }]);
});

it("of a list in an order of its own the newest are kept, whatever place they stand at", async () => {
  const [early, late] = ["2026-01-02T00:00:00", "2026-01-03T00:00:00"];
  const fields = Array.from({ length: 1_002 }, (_, index) => ({
    id: index + 1,
    label: `Field ${index + 1}`,
    created_datetime: index % 2 === 0 ? early : late,
  }));
  const times = [null, early, null];
  answer(
    "/api/custom-fields",
    ...fields.map((field, index) =>
      index < 3 ? { ...field, created_datetime: times[index] } : field,
    ),
  );
  const keys = (await pick("selectTicketField")).result.map(({ key }) => key);
  expect(keys).toHaveLength(1_000);
  expect(["1", "2", "3", "4"].filter((key) => keys.includes(key))).toEqual(["2", "4"]);
});

it.each([400, 403])("a list that Gorgias refuses with %d is its error", async (status) => {
  sandbox().faults.add({ path: "/api/teams", fault: { status } });
  await expect(pick("selectTeam")).rejects.toMatchObject({
    message: expect.stringMatching(`${status}`),
  });
});

it("custom fields of both kinds are picked from one list", async () => {
  const { result } = await pick("selectCustomField");
  const kinds = result.map(({ key }) => sandbox().state.customFields.get(Number(key))?.object_type);
  expect(new Set(kinds)).toEqual(new Set(["Ticket", "Customer"]));
});

it("calls are listed without an order, which their list does not take", async () => {
  expect((await pick("selectVoiceCall")).request).toBe("GET /api/phone/voice-calls?limit=100");
});

it("a view of other records filters nothing", async () => {
  const [customers, tickets] = [sandbox().state.customers.size, sandbox().state.tickets.size];
  expect((await pick("selectCustomer", { view_id: "501" })).result).toHaveLength(customers);
  expect((await pick("selectTicket", { view_id: "504" })).result).toHaveLength(tickets);
});

it("a view of the same records is sent as it is, also where it holds nothing", async () => {
  expect((await pick("selectTicket", { view_id: "501" })).request).toContain("view_id=501");
  sandbox().state.tickets.clear();
  expect((await pick("selectTicket", { view_id: "501" })).result).toEqual([]);
});

it("view 0, which Search View Items begins with, is no view of tickets", async () => {
  expect((await pick("selectTicket", { view_id: "0" })).request).not.toContain("view_id");
});

/** The designer hands a picker the values of the inputs beside it that have a key of its own inputs. */
describe("a picker and the inputs of the same key beside it mean the same", () => {
  interface Part {
    key: string;
    inputs: { key: string; label: string; type: string; dataSource?: string; example?: string }[];
  }
  const { actions, triggers, dataSources } = component as unknown as Record<
    "actions" | "triggers" | "dataSources",
    Record<string, Part>
  >;
  const pairs = [...Object.values(actions), ...Object.values(triggers)].flatMap((part) =>
    part.inputs.flatMap(({ key, dataSource = "" }) =>
      (dataSources[dataSource]?.inputs ?? [])
        .filter((own) => own.type !== "connection")
        .flatMap((own) => {
          const beside = part.inputs.find((input) => input.key === own.key);
          return beside ? [[part.key, key, dataSource, own, beside] as const] : [];
        }),
    ),
  );

  it("there are such pairs", () => expect(pairs.length).toBeGreaterThan(10));

  it.each(pairs)("%s %s: %s", async (_part, _key, picker, own, beside) => {
    expect(own.label).toBe(beside.label);
    // What the builder may have typed there is a filter that the picker takes.
    const typed = own.key === "view_id" ? ["501", "504"] : [beside.example ?? ""];
    for (const value of typed) {
      await expect(pick(picker, { [own.key]: value })).resolves.toBeDefined();
    }
  });
});

it("every picker that an input names is there", () => {
  const named = [...Object.values(component.actions), ...Object.values(component.triggers)].flatMap(
    ({ inputs }) => inputs.flatMap(({ dataSource }) => dataSource ?? []),
  );
  expect(named.filter((key) => !(key in component.dataSources))).toEqual([]);
});
