/** The pickers beyond the documentation page: what they read, and how they name it. */
import { apiKeyConnection, harness, useSandbox } from "./support/integration";

const sandbox = useSandbox({ rateLimit: { apiKey: 100_000 } });

async function pick(key: string, inputs: Record<string, unknown> = {}) {
  const connection = apiKeyConnection(sandbox().credentials);
  const { result } = (await harness.dataSource(key, { connection, ...inputs })) as {
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

it("custom fields are shown newest first, though Gorgias lists them by priority", async () => {
  const { customFields } = sandbox().state;
  const [oldest, newest] = [...customFields.values()].filter(
    ({ object_type }) => object_type === "Ticket",
  );
  if (!oldest || !newest) {
    throw new Error("The sandbox has too few fields.");
  }
  customFields.set(oldest.id, { ...oldest, created_datetime: "2020-01-01T00:00:00+00:00" });
  customFields.set(newest.id, { ...newest, created_datetime: "2030-01-01T00:00:00+00:00" });
  const { result } = await pick("selectTicketField");
  expect([result[0]?.key, result.at(-1)?.key]).toEqual([String(newest.id), String(oldest.id)]);
});

it("the search of custom fields is sent", async () => {
  expect((await pick("selectTicketField", { search: "Prod" })).request).toContain("search=Prod");
});
