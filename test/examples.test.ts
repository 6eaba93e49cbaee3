/** The examples that the designer shows for one action go together: pasted in at once, they work. */
import type { LoggedRequest, State } from "gorgias-sandbox";
import {
  actions,
  type Compiled,
  dataSources,
  ownInputs,
  type Sent,
  useActions,
} from "./support/actions";

const { act, fail, pick, sandbox, sent } = useActions();

/** Which of Raw Request's examples go together: its three kinds of body do not. */
const RAW_BODIES = new Set(["data", "formData", "fileData", "fileDataFileNames"]);

function examplesOf(key: string): Record<string, unknown> {
  return Object.fromEntries(
    ownInputs(key)
      .filter((input) => input.example !== undefined && input.key !== "clear_fields")
      .filter((input) => key !== "rawRequest" || !RAW_BODIES.has(input.key))
      // Only an internal note mentions users, and the page's example is a message of another channel.
      .filter((input) => key !== "createTicketMessage" || input.key !== "mention_ids")
      .map((input) => [input.key, input.example]),
  );
}

const MOMENT = "2020-01-27T10:42:21.468912";
const TICKET = {
  assignee_team: { id: 12 },
  assignee_user: { id: 567 },
  channel: "email",
  closed_datetime: MOMENT,
  customer: { email: "john@example.com" },
  custom_fields: [{ id: 101, value: "Refund" }],
  external_id: "RETURN#4213",
  from_agent: true,
  language: "en",
  last_message_datetime: MOMENT,
  last_received_message_datetime: MOMENT,
  meta: { key1: "value1" },
  opened_datetime: MOMENT,
  priority: "normal",
  snooze_datetime: MOMENT,
  spam: false,
  status: "open",
  subject: "Can I get a refund?",
  tags: [{ name: "tag1" }],
  trashed_datetime: MOMENT,
  updated_datetime: MOMENT,
  via: "email",
};
const CUSTOMER = {
  channels: [{ type: "email", address: "john@example.com", preferred: true }],
  email: "john@example.com",
  external_id: "customer-84203241",
  language: "en",
  name: "John Smith",
  timezone: "UTC",
};
const CURSOR = "cursor=cHJldl9fNl9fMjAyMS0wMy0wMyAwNjowMDowMA==";

/** What the examples of each action send. */
const REQUESTS: Record<string, Sent> = {
  createCustomer: {
    method: "POST",
    path: "/api/customers",
    query: [],
    body: CUSTOMER,
  },
  createTicket: {
    method: "POST",
    path: "/api/tickets",
    query: [],
    body: {
      ...TICKET,
      created_datetime: MOMENT,
      imported: false,
      messages: [
        {
          channel: "email",
          via: "email",
          from_agent: false,
          sender: { email: "john@example.com" },
          source: {
            type: "email",
            from: { address: "john@example.com" },
            to: [{ address: "support@example.com" }],
          },
          body_text: "Can I get a refund?",
        },
      ],
      split_from: 1234567890,
    },
  },
  createTicketMessage: {
    method: "POST",
    path: "/api/tickets/353768814/messages",
    query: ["action=force"],
    body: {
      body_html:
        "Hello,<br><br> I can't place an order on your site, it says: I don't have enough credit.<br> How can I add some credits?<br><br> Cheers,<br> John Doe",
      body_text:
        "Hello, I can't place an order on your site, it says: I don't have enough credit. How can I add some credits? Cheers, John Doe",
      channel: "aircall",
      created_datetime: MOMENT,
      external_id: "MSG-78545",
      failed_datetime: MOMENT,
      from_agent: true,
      message_id: "<123345676453.2445.234@web>",
      sent_datetime: MOMENT,
      receiver: { id: 3924 },
      sender: { id: 567 },
      source: {
        type: "aircall",
        from: { name: "Support", address: "+14155550100" },
        to: [{ name: "John Smith", address: "+14155550123" }],
      },
      attachments: [
        {
          url: "https://uploads.gorgias.io/8xA2/invoice.pdf",
          name: "invoice.pdf",
          content_type: "application/pdf",
          size: 48213,
        },
      ],
      actions: [{ name: "addTags", title: "Add tags", arguments: { tags: "refund" } }],
      macros: [{ id: 187 }],
      headers: { "X-Order": "1042" },
      meta: { order: "1042" },
      imported: false,
      integration_id: 1204,
      public: true,
      stripped_html: "<p>Where is my order?</p>",
      stripped_signature: "John Doe",
      stripped_text: "Where is my order?",
      deleted_datetime: "2025-02-07T09:55:18.064317+00:00",
      opened_datetime: "2025-02-07T09:55:18.064317+00:00",
      last_sending_error: { error: "Mailbox full" },
      subject: "Order issue",
      via: "aircall",
    },
  },
  deleteCustomer: { method: "DELETE", path: "/api/customers/3924", query: [] },
  deleteTicket: { method: "DELETE", path: "/api/tickets/1234567890", query: [] },
  deleteTicketCustomField: {
    method: "DELETE",
    path: "/api/tickets/1234567890/custom-fields/1234567890",
    query: [],
  },
  downloadFile: {
    method: "GET",
    path: "/api/attachment/download/Hna8kldnmlal/image-test-c9f158fc-062d-4b00-a826-e29b36852c9b.png",
    query: [],
  },
  getAccount: { method: "GET", path: "/api/account", query: [] },
  getCustomer: {
    method: "GET",
    path: "/api/customers/3924",
    query: ["relationships=custom_fields"],
  },
  getEvent: { method: "GET", path: "/api/events/5190131059", query: [] },
  getTicket: {
    method: "GET",
    path: "/api/tickets/1234567890",
    query: ["relationships=custom_fields"],
  },
  getTicketMessage: {
    method: "GET",
    path: "/api/tickets/353768814/messages/353768814",
    query: [],
  },
  // Language and Timezone are looked for here, beside an order: Gorgias takes them only alone.
  listCustomers: {
    method: "GET",
    path: "/api/customers",
    query: [
      "email=john@example.com",
      "external_id=customer-84203241",
      "id=3924",
      "order_by=created_datetime:desc",
      "view_id=21",
      "name=John Smith",
      "channel_type=email",
      "channel_address=john@example.com",
      CURSOR,
      "limit=30",
    ],
  },
  listEvents: {
    method: "GET",
    path: "/api/events",
    query: [
      "created_datetime[gte]=2025-02-01T00:00:00",
      "created_datetime[lt]=2025-03-01T00:00:00",
      "object_id=5190131059",
      "object_type=Customer",
      "order_by=created_datetime:desc",
      "types=account-created",
      "user_ids=5190131059",
      CURSOR,
      "limit=30",
    ],
  },
  listMessages: {
    method: "GET",
    path: "/api/messages",
    query: ["order_by=created_datetime:desc", "ticket_id=353768814", CURSOR, "limit=30"],
  },
  listTicketCustomFields: {
    method: "GET",
    path: "/api/tickets/1234567890/custom-fields",
    query: [],
  },
  // Fetch All is on in its example, and ignores cursor and limit.
  listTickets: {
    method: "GET",
    path: "/api/tickets",
    query: [
      "customer_id=4",
      "external_id=ticket-ge432d",
      "order_by=created_datetime:desc",
      "rule_id=21",
      "ticket_ids=1234567890",
      "view_id=21",
      "trashed=false",
      "limit=100",
    ],
  },
  rawRequest: { method: "GET", path: "/api/tickets", query: ["limit=30"] },
  search: {
    method: "POST",
    path: "/api/search",
    query: [],
    body: { type: "agent", query: "user@example.com", size: 10 },
  },
  updateCustomer: { method: "PUT", path: "/api/customers/3924", query: [], body: CUSTOMER },
  updateCustomerData: {
    method: "PUT",
    path: "/api/customers/3924/data",
    query: [],
    body: { data: "Your customer data here", version: "2022-05-13T12:34:21.918927" },
  },
  updateTicket: {
    method: "PUT",
    path: "/api/tickets/1234567890",
    query: [],
    body: { ...TICKET, is_unread: true },
  },
  updateTicketCustomFields: {
    method: "PUT",
    path: "/api/tickets/1234567890/custom-fields/101",
    query: [],
    body: "Refund",
  },
  uploadFiles: { method: "POST", path: "/api/upload", query: ["type=attachment"] },
};

type Records = Map<number, { id: number }>;

/** Makes the records that the examples name, as copies of some that are there. */
function makeExampleRecords() {
  const { state } = sandbox();
  const copy = (kind: keyof State, from: number, to: number, changes: object = {}) => {
    const records = state[kind] as unknown as Records;
    const record = records.get(from);
    if (!record) {
      throw new Error(`No ${kind} ${from}.`);
    }
    records.set(to, { ...record, ...changes, id: to });
  };
  copy("teams", 101, 12);
  copy("integrations", [...state.integrations.keys()][0] as number, 1204);
  copy("users", 2, 93, { email: "mentioned@example.com" });
  copy("macros", [...state.macros.keys()][0] as number, 187);
  copy("users", 2, 567, { email: "assignee@example.com" });
  copy("views", 503, 21);
  copy("customFields", 301, 101);
  copy("customFields", 301, 1234567890);
  copy("customers", 1001, 3924, { email: "jane@example.com", external_id: null });
  copy("tickets", 5, 353768814);
  copy("tickets", 5, 1234567890, { field_values: new Map([[1234567890, "Shoe"]]) });
  copy("messages", 1000001, 353768814, { ticket_id: 353768814 });
  copy("events", 1, 5190131059);
  state.files.set("Hna8kldnmlal/image-test-c9f158fc-062d-4b00-a826-e29b36852c9b.png", {
    domainHash: "Hna8kldnmlal",
    resourceName: "image-test-c9f158fc-062d-4b00-a826-e29b36852c9b.png",
    fileType: "attachment",
    name: "image-test.png",
    contentType: "image/png",
    data: Buffer.from("Hello"),
  });
}

/** Actions whose examples hold the cursor of another account, which only Gorgias can refuse. */
const WITH_CURSOR = ["listCustomers", "listEvents", "listMessages"];

beforeEach(makeExampleRecords);

it("are checked for every action", () => {
  expect(Object.keys(REQUESTS).sort()).toEqual(Object.keys(actions).sort());
});

/** Updates that read what they change, before or after. */
function isNoReadBeside(key: string) {
  return ({ method }: Sent) => REQUESTS[key]?.method !== "PUT" || method !== "GET";
}

describe.each(Object.keys(REQUESTS).filter((key) => !WITH_CURSOR.includes(key)))(
  "the examples of %s",
  (key) => {
    it("pasted in at once make a request that carries each and that Gorgias accepts", async () => {
      await act(key, examplesOf(key));
      expect(sent().filter(isNoReadBeside(key))).toEqual([REQUESTS[key]]);
      for (const { status } of sandbox().requests as LoggedRequest[]) {
        expect(status).toBeLessThan(400);
      }
    });
  },
);

describe.each(WITH_CURSOR)("the examples of %s", (key) => {
  it("make a request that carries each, of which Gorgias refuses but the cursor", async () => {
    const error = await fail(key, examplesOf(key));
    expect(sent()).toEqual([REQUESTS[key]]);
    expect(error).toMatchObject({ status: 400, details: { cursor: [expect.any(String)] } });
  });

  it("are accepted without the cursor", async () => {
    await act(key, { ...examplesOf(key), cursor: "" });
    const request = REQUESTS[key] as Sent;
    expect(sent()).toEqual([
      { ...request, query: request.query.filter((pair) => pair !== CURSOR) },
    ]);
  });
});

it("the examples of uploadFiles upload two files", async () => {
  await act("uploadFiles", examplesOf("uploadFiles"));
  const data = Buffer.from("Hello, World!");
  expect(sandbox().requests[0]?.parts).toMatchObject([
    { name: "package-damaged.png", filename: "package-damaged.png", data },
    { name: "invoice.pdf", filename: "invoice.pdf", data },
  ]);
});

it("the examples of downloadFile return the file", async () => {
  expect(await act("downloadFile", examplesOf("downloadFile"))).toEqual({
    data: Buffer.from("Hello"),
    contentType: "image/png",
  });
});

it("the example of rawRequest's Header replaces the User-Agent", async () => {
  await act("rawRequest", examplesOf("rawRequest"));
  expect(sandbox().requests[0]?.headers["user-agent"]).toBe("curl/7.64.1");
});

it("the example of rawRequest's Data is sent as JSON", async () => {
  const { data } = Object.fromEntries(
    ownInputs("rawRequest").map((input) => [input.key, input.example]),
  );
  await fail("rawRequest", { method: "POST", url: "/tickets", data });
  expect(sent()).toEqual([
    { method: "POST", path: "/api/tickets", query: [], body: { exampleKey: "Example Data" } },
  ]);
});

it.each(["updateTicket", "updateCustomer"])(
  "the example of Clear Fields works alone: %s",
  async (key) => {
    const id = key === "updateTicket" ? "5" : "3924";
    const clear = ownInputs(key).find((input) => input.key === "clear_fields");
    await act(key, { id, clear_fields: clear?.example });
    expect(sent()).toMatchObject([{ method: "PUT", body: { [String(clear?.example)]: null } }]);
    expect(sandbox().requests[0]?.status).toBe(202);
  },
);

describe("the examples of a data source", () => {
  it.each<[key: string, path: string, query: string[]]>([
    ["selectCustomer", "/api/customers", ["view_id=21"]],
    [
      "selectEvent",
      "/api/events",
      [
        "created_datetime[gte]=2025-02-01T00:00:00",
        "created_datetime[lt]=2025-03-01T00:00:00",
        "object_id=5190131059",
        "object_type=Customer",
        "types=account-created",
        "user_ids=5190131059",
      ],
    ],
    ["selectMessage", "/api/messages", ["ticket_id=353768814"]],
    ["selectTicket", "/api/tickets", ["customer_id=4", "rule_id=21", "view_id=21"]],
  ])("%s make a request that carries each and that Gorgias accepts", async (key, path, query) => {
    const examples = (dataSources[key] as Compiled).inputs
      .filter((input) => input.example !== undefined)
      .map((input) => [input.key, input.example]);
    await pick(key, Object.fromEntries(examples));
    // Another request looks whether an empty view holds records of the kind at all.
    expect(sent().slice(0, 1)).toEqual([
      { method: "GET", path, query: [...query, "order_by=created_datetime:desc", "limit=100"] },
    ]);
  });
});
