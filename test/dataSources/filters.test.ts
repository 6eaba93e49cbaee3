import { useActions } from "../support/actions";
import { apiKeyConnection, harness } from "../support/integration";

const { pick, sandbox, sent } = useActions();
const ORDER = ["order_by=created_datetime:desc", "limit=100"];

describe("filters", () => {
  it.each<[key: string, inputs: Record<string, unknown>, query: string[]]>([
    ["selectCustomer", { view_id: "504" }, ["view_id=504"]],
    ["selectMessage", { ticket_id: "5" }, ["ticket_id=5"]],
    [
      "selectTicket",
      { customer_id: "1001", rule_id: 601, view_id: "503" },
      ["customer_id=1001", "rule_id=601", "view_id=503"],
    ],
    [
      "selectEvent",
      {
        created_datetime: '{"gte": "2025-01-06T00:00:00", "lt": "2025-01-07T00:00:00"}',
        object_id: "5",
        object_type: "Ticket",
        types: ["ticket-created", "ticket-closed"],
        user_ids: ["1", "2"],
      },
      [
        "created_datetime[gte]=2025-01-06T00:00:00",
        "created_datetime[lt]=2025-01-07T00:00:00",
        "object_id=5",
        "object_type=Ticket",
        "types=ticket-created",
        "types=ticket-closed",
        "user_ids=1",
        "user_ids=2",
      ],
    ],
  ])("of %s are sent: %j", async (key, inputs, query) => {
    await pick(key, inputs);
    expect(sent()[0]?.query).toEqual([...query, ...ORDER]);
  });

  it("choose what is shown", async () => {
    const { messages } = sandbox().state;
    const own = [...messages.values()].filter(({ ticket_id }) => ticket_id === 5);
    const shown = await pick("selectMessage", { ticket_id: "5" });
    expect(shown.map(({ key }) => Number(key)).sort()).toEqual(own.map(({ id }) => id).sort());
  });

  it.each<[key: string, inputs: Record<string, unknown>, refusal: RegExp]>([
    [
      "selectEvent",
      { object_type: "Ticket" },
      /^Object Type needs Object ID beside it; given "Ticket" alone\.$/,
    ],
    ["selectEvent", { object_id: "x" }, /^Object ID must be a whole number/],
    ["selectEvent", { created_datetime: "{" }, /^Created Datetime must be JSON/],
    ["selectTicket", { customer_id: "../x" }, /^Customer ID must be a whole number/],
    ["selectTicket", { rule_id: "0" }, /^Rule ID must be a whole number of 1 or more/],
    ["selectMessage", { ticket_id: "5a" }, /^Ticket ID must be a whole number/],
    ["selectCustomer", { view_id: -1 }, /^View ID must be a whole number/],
  ])(
    "of %s that are wrong are refused before anything is sent: %j",
    async (key, inputs, refusal) => {
      await expect(pick(key, inputs)).rejects.toMatchObject({
        name: "InputError",
        message: expect.stringMatching(refusal),
      });
      expect(sent()).toEqual([]);
    },
  );

  it("of a view that there is not are Gorgias's error", async () => {
    await expect(pick("selectTicket", { view_id: "9" })).rejects.toMatchObject({
      name: "GorgiasError",
      status: 404,
    });
  });

  it("without an authorized connection are refused", async () => {
    const connection = apiKeyConnection({ username: "a@example.com", apiKey: "" });
    await expect(harness.dataSource("selectTicket", { connection })).rejects.toThrow(
      "API Key is missing.",
    );
    expect(sent()).toEqual([]);
  });
});
