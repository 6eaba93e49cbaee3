/** What holds for every action: unset inputs are never sent, nor is anything it does not declare. */
import { actions, ownInputs, REQUIRED, type Sent, useActions } from "../support/actions";
import { UNSET } from "../support/inputs";

const { act, fail, sandbox, sent } = useActions();

/** The least that each action sends: inputs beside the required ones, and the whole requests. */
const LEAST: Record<
  string,
  { inputs?: Record<string, unknown>; request: Sent; afterwards?: Sent[] }
> = {
  createCustomer: {
    request: {
      method: "POST",
      path: "/api/customers",
      query: [],
      body: { channels: [{ type: "email", address: "new@example.com" }] },
    },
  },
  createTicket: {
    request: {
      method: "POST",
      path: "/api/tickets",
      query: [],
      body: { messages: [{ channel: "api", from_agent: false, via: "api" }] },
    },
  },
  createTicketMessage: {
    request: {
      method: "POST",
      path: "/api/tickets/5/messages",
      query: [],
      body: { channel: "api", via: "api", source: {}, from_agent: false },
    },
  },
  deleteCustomer: { request: { method: "DELETE", path: "/api/customers/1001", query: [] } },
  deleteTicket: { request: { method: "DELETE", path: "/api/tickets/5", query: [] } },
  deleteTicketCustomField: {
    request: { method: "DELETE", path: "/api/tickets/5/custom-fields/301", query: [] },
  },
  downloadFile: {
    request: { method: "GET", path: "/api/attachment/download/hash/a.txt", query: [] },
  },
  getAccount: { request: { method: "GET", path: "/api/account", query: [] } },
  getCustomer: { request: { method: "GET", path: "/api/customers/1001", query: [] } },
  getEvent: { request: { method: "GET", path: "/api/events/1", query: [] } },
  getTicket: { request: { method: "GET", path: "/api/tickets/5", query: [] } },
  getTicketMessage: {
    request: { method: "GET", path: "/api/tickets/1/messages/1000001", query: [] },
  },
  listCustomers: { request: { method: "GET", path: "/api/customers", query: [] } },
  listEvents: { request: { method: "GET", path: "/api/events", query: [] } },
  listMessages: { request: { method: "GET", path: "/api/messages", query: [] } },
  listTicketCustomFields: {
    request: { method: "GET", path: "/api/tickets/5/custom-fields", query: [] },
  },
  listTickets: { request: { method: "GET", path: "/api/tickets", query: [] } },
  rawRequest: { request: { method: "GET", path: "/api/account", query: [] } },
  search: { request: { method: "POST", path: "/api/search", query: [], body: { type: "agent" } } },
  updateCustomer: {
    inputs: { name: "John" },
    request: { method: "PUT", path: "/api/customers/1001", query: [], body: { name: "John" } },
  },
  updateCustomerData: {
    request: {
      method: "PUT",
      path: "/api/customers/1001/data",
      query: [],
      body: { data: { tier: "gold" } },
    },
  },
  updateTicket: {
    inputs: { subject: "Changed" },
    request: { method: "PUT", path: "/api/tickets/5", query: [], body: { subject: "Changed" } },
  },
  updateTicketCustomFields: {
    request: {
      method: "PUT",
      path: "/api/tickets/5/custom-fields/301",
      query: [],
      body: "Shoe",
    },
    afterwards: [{ method: "GET", path: "/api/tickets/5/custom-fields", query: [] }],
  },
  uploadFiles: { request: { method: "POST", path: "/api/upload", query: [] } },
};

function leastInputs(key: string) {
  return { ...REQUIRED[key], ...LEAST[key]?.inputs };
}

function storeWhatIsAskedFor() {
  const { state } = sandbox();
  const data = Buffer.from("Hello");
  const file = { name: "a.txt", contentType: "text/plain", fileType: "attachment", data };
  state.files.set("hash/a.txt", { ...file, domainHash: "hash", resourceName: "a.txt" });
  const ticket = state.tickets.get(5);
  if (ticket) {
    state.tickets.set(5, { ...ticket, field_values: new Map([[301, "Shoe"]]) });
  }
}

beforeEach(storeWhatIsAskedFor);

it("is checked for every action", () => {
  expect(Object.keys(LEAST).sort()).toEqual(Object.keys(actions).sort());
});

describe.each(Object.keys(LEAST))("%s", (key) => {
  const { request, afterwards = [] } = LEAST[key] as { request: Sent; afterwards?: Sent[] };

  it.each(UNSET)("sends only what is required when all else is unset as %s", async (_, value) => {
    const unset = Object.fromEntries(
      ownInputs(key)
        .filter((input) => !(input.key in leastInputs(key)))
        .map((input) => [input.key, value]),
    );
    await act(key, { ...unset, ...leastInputs(key) });
    expect(sent()).toEqual([request, ...afterwards]);
    if (key === "uploadFiles") {
      expect(sandbox().requests[0]?.parts).toEqual([
        {
          name: "file",
          filename: "file",
          contentType: "application/octet-stream",
          data: Buffer.from("Hello, World!"),
        },
      ]);
    }
  });

  it("sends nothing that it does not declare", async () => {
    const inputs = ownInputs(key).map((input) => input.key);
    const undeclared = {
      foo: 1,
      body: { evil: true },
      params: { evil: "true" },
      ...(inputs.includes("headers") ? {} : { headers: { "X-Evil": "true" } }),
      note: "evil",
      subject2: "evil",
      undefined: "evil",
    };
    await act(key, { ...undeclared, ...leastInputs(key) });
    expect(sent()).toEqual(
      // Create Ticket's status is a default, which is not taken away here.
      key === "createTicket"
        ? [{ ...request, body: { ...(request.body as object), status: "open" } }]
        : [request, ...afterwards],
    );
    expect(JSON.stringify(sandbox().requests[0]?.headers)).not.toMatch(/evil/i);
  });

  const required = Object.keys(REQUIRED[key] ?? {});
  if (required.length > 0) {
    it.each(required.flatMap((input) => UNSET.map(([form, value]) => [input, form, value])))(
      "is refused without %s (%s)",
      async (name, _, value) => {
        const input = ownInputs(key).find((each) => each.key === name);
        const error = await fail(key, { ...leastInputs(key), [name as string]: value });
        expect(error.name).toBe("InputError");
        expect(error.message).toMatch(`${input?.label} is required; given `);
        expect(sent()).toEqual([]);
      },
    );
  }
});

describe.each(["updateTicket", "updateCustomer"])("%s", (key) => {
  it.each(UNSET)(
    "with everything unset as %s is refused before anything is sent",
    async (_, value) => {
      const optional = ownInputs(key).filter((input) => !(input.key in (REQUIRED[key] ?? {})));
      const unset = Object.fromEntries(optional.map((input) => [input.key, value]));
      const error = await fail(key, { ...unset, ...REQUIRED[key] });
      expect([error.name, error.message]).toEqual([
        "InputError",
        expect.stringMatching(/^There is nothing to update/),
      ]);
      expect(sent()).toEqual([]);
    },
  );
});

describe("a list in which a builder left only blank rows", () => {
  it.each<[action: string, inputs: Record<string, unknown>]>([
    ["listEvents", { types: [""], user_ids: ["", " "] }],
    ["getTicket", { relationships: [""] }],
    ["updateTicket", { clear_fields: [""] }],
    ["uploadFiles", { files: [{ key: "", value: "" }] }],
    [
      "rawRequest",
      {
        queryParams: [{ key: "", value: "" }],
        headers: [{ key: "", value: "" }],
        formData: [{ key: "", value: "" }],
        fileData: [{ key: "", value: "" }],
        fileDataFileNames: [{ key: "", value: "" }],
      },
    ],
  ])("is not sent by %s: %j", async (key, inputs) => {
    await act(key, { ...leastInputs(key), ...inputs });
    expect(sent()).toEqual([LEAST[key]?.request]);
  });

  // An empty `tags` would take all tags off the ticket, an empty `meta` erase it.
  it.each<[action: string, inputs: Record<string, unknown>]>([
    ["updateTicket", { tags: [""] }],
    ["updateTicket", { tags: ["", "  ", null] }],
    ["updateTicket", { meta: [{ key: "", value: "" }] }],
    ["updateTicket", { meta: [{ key: " ", value: null }] }],
    ["createTicket", { tags: [""], meta: [{ key: "", value: "" }], status: "" }],
    ["listTickets", { ticket_ids: [""] }],
  ])("is not sent by %s: %j", async (key, inputs) => {
    await act(key, { ...leastInputs(key), ...inputs });
    expect(sent()).toEqual([LEAST[key]?.request]);
  });
});
