import type { State } from "gorgias-sandbox";
import { actions, encodedQuery, useActions } from "../support/actions";
import { nullableBodyFields } from "../support/contract";

const { act, ask, fail, lines, sandbox, sent } = useActions();

const MOMENT = "2020-01-27T10:42:21.468912";

function change<K extends "tickets">(id: number, changes: object) {
  const collection: State[K] = sandbox().state.tickets;
  collection.set(id, { ...(collection.get(id) as NonNullable<unknown>), ...changes } as never);
}

/** Every input of a ticket that Create Ticket and Update Ticket share: as given, and as sent. */
const SHARED: [key: string, given: unknown, sent: unknown][] = [
  ["assignee_team", { id: 101 }, { id: 101 }],
  ["closed_datetime", MOMENT, MOMENT],
  ["customer", { id: 1002 }, { id: 1002 }],
  ["external_id", "RETURN#4213", "RETURN#4213"],
  ["from_agent", "true", true],
  ["language", "en", "en"],
  ["last_message_datetime", MOMENT, MOMENT],
  ["last_received_message_datetime", MOMENT, MOMENT],
  ["meta", [{ key: "key1", value: "value1" }], { key1: "value1" }],
  ["opened_datetime", MOMENT, MOMENT],
  ["snooze_datetime", MOMENT, MOMENT],
  ["spam", "false", false],
  ["status", "closed", "closed"],
  ["tags", ["tag1", "vip"], [{ name: "tag1" }, { name: "vip" }]],
  ["trashed_datetime", MOMENT, MOMENT],
  ["updated_datetime", MOMENT, MOMENT],
  ["via", "email", "email"],
  ["channel", "email", "email"],
  ["subject", "Can I get a refund?", "Can I get a refund?"],
  ["priority", "high", "high"],
  ["custom_fields", '[{"id": 301, "value": "Shoe"}]', [{ id: 301, value: "Shoe" }]],
];
function given(rows: typeof SHARED) {
  return Object.fromEntries(rows.map(([key, value]) => [key, value]));
}
function asSent(rows: typeof SHARED) {
  return Object.fromEntries(rows.map(([key, , value]) => [key, value]));
}

const MESSAGES = [
  {
    channel: "api",
    via: "api",
    from_agent: false,
    sender: { id: 1002 },
    body_text: "Where is it?",
    sent_datetime: MOMENT,
  },
];

describe("Create Ticket", () => {
  const ALL: typeof SHARED = [
    ...SHARED,
    ["messages", MESSAGES, MESSAGES],
    ["created_datetime", MOMENT, MOMENT],
  ];

  it("sends every input, and returns the ticket", async () => {
    const result = await act("createTicket", { ...given(ALL), assignee_user_id: "2" });
    expect(sent()).toEqual([
      {
        method: "POST",
        path: "/api/tickets",
        query: [],
        body: { ...asSent(ALL), assignee_user: { id: 2 } },
      },
    ]);
    const { id } = result.data as { id: number };
    expect(await ask(`/api/tickets/${id}`)).toMatchObject({ id, subject: "Can I get a refund?" });
    expect(result.data).toMatchObject({
      subject: "Can I get a refund?",
      status: "closed",
      assignee_user: { id: 2 },
      customer: { id: 1002 },
    });
  });

  it("sends messages and the default status when nothing else is set", async () => {
    await act("createTicket", { messages: JSON.stringify(MESSAGES) });
    expect(sent()).toEqual([
      {
        method: "POST",
        path: "/api/tickets",
        query: [],
        body: { messages: MESSAGES, status: "open" },
      },
    ]);
  });

  it("sends no status when its default was taken away", async () => {
    await act("createTicket", { messages: MESSAGES, status: "" });
    expect(sent()).toMatchObject([{ body: { messages: MESSAGES } }]);
    expect(sent()[0]?.body).not.toHaveProperty("status");
  });

  it.each<[inputs: Record<string, unknown>, refusal: RegExp]>([
    [{ messages: "" }, /^Messages is required/],
    [{ messages: 5 }, /^Messages must be a list, not a number/],
    [
      { messages: [{ channel: "email" }] },
      /^Messages is not accepted: from_agent of row 1 is missing/,
    ],
    [
      { messages: MESSAGES, tags: [{ id: 5 }] },
      /^Tags must be text; given \[\{"id":5\}\], with \{"id":5\} in row 1\.$/,
    ],
    [{ messages: MESSAGES, tags: ["x".repeat(257)] }, /^Tags must have at most 256 characters/],
    [{ messages: MESSAGES, status: "snoozed" }, /^Status must be one of open, closed/],
    [{ messages: MESSAGES, priority: "urgent" }, /^Priority must be one of critical, high/],
    [{ messages: MESSAGES, from_agent: "maybe" }, /^From Agent must be true or false/],
    [
      { messages: MESSAGES, external_id: "x".repeat(256) },
      /^External ID must have at most 255 characters/,
    ],
  ])("refuses %j before anything is sent", async (inputs, refusal) => {
    const error = await fail("createTicket", inputs);
    expect([error.name, error.message]).toEqual(["InputError", expect.stringMatching(refusal)]);
    expect(sent()).toEqual([]);
  });

  it("is not sent again once it may have arrived, and says how to look", async () => {
    sandbox().faults.add({ method: "POST", fault: { status: 502 } });
    const { message } = await fail("createTicket", { messages: MESSAGES });
    expect(message).toContain("The ticket may have been created all the same");
    expect(message).toContain("look with List Tickets (External ID, or newest first)");
    expect(sent()).toHaveLength(1);
  });
});

describe("tags", () => {
  it.each<[given: unknown, sentTags: unknown]>([
    ["vip", [{ name: "vip" }]],
    [
      ["vip", "", "refund"],
      [{ name: "vip" }, { name: "refund" }],
    ],
    [
      [{ id: 204, name: "vip", decoration: { color: "#fff" }, uri: "/api/tags/204/" }],
      [{ name: "vip" }],
    ],
    [[2024], [{ name: "2024" }]],
  ])("%j are sent by name", async (tags, sentTags) => {
    await act("updateTicket", { id: "5", tags });
    expect(sent()).toMatchObject([{ body: { tags: sentTags } }]);
  });
});

describe("the people of a ticket", () => {
  it.each<[input: string, given: unknown, expected: unknown]>([
    ["assignee_user", { id: 2 }, { id: 2 }],
    ["assignee_user", '{"id": 2}', { id: 2 }],
    ["assignee_user", 2, { id: 2 }],
    ["assignee_user", "2", { id: 2 }],
    ["assignee_user", 0, { id: 0 }],
    ["assignee_team", { id: 101 }, { id: 101 }],
    ["assignee_team", '{"id": 101}', { id: 101 }],
    ["assignee_team", 101, { id: 101 }],
    ["assignee_team", "101", { id: 101 }],
    ["customer", { email: "a@example.com", name: "A" }, { email: "a@example.com", name: "A" }],
    ["customer", '{"id": 1002}', { id: 1002 }],
    ["customer", 1002, { id: 1002 }],
    ["customer", "1002", { id: 1002 }],
  ])("%s takes %j", async (input, value, expected) => {
    await act("updateTicket", { id: "5", [input]: value });
    expect(sent()).toEqual([
      { method: "PUT", path: "/api/tickets/5", query: [], body: { [input]: expected } },
    ]);
  });

  describe.each<[action: string, required: Record<string, unknown>]>([
    ["createTicket", { messages: MESSAGES, status: "" }],
    ["updateTicket", { id: "5" }],
  ])("of %s", (action, required) => {
    it.each(["2", 2, " 2 "])("Assignee User ID %p becomes assignee_user", async (value) => {
      await act(action, { ...required, assignee_user_id: value });
      const body = sent()[0]?.body as Record<string, unknown>;
      expect(body.assignee_user).toEqual({ id: 2 });
      expect(body).not.toHaveProperty("assignee_user_id");
    });

    it.each([{ id: 2 }, '{"id": 2}', "2"])(
      "may say the same in Assignee User (%j)",
      async (user) => {
        await act(action, { ...required, assignee_user_id: "2", assignee_user: user });
        expect(sent()).toMatchObject([{ body: { assignee_user: { id: 2 } } }]);
      },
    );

    it.each([{ id: 3 }, "3", 0])("may not contradict Assignee User (%j)", async (user) => {
      const error = await fail(action, { ...required, assignee_user_id: 2, assignee_user: user });
      expect(error.name).toBe("InputError");
      expect(error.message).toMatch(
        /^Assignee User ID and Assignee User contradict each other: .*; given 2 and \{/,
      );
      expect(sent()).toEqual([]);
    });

    it("Assignee User ID 0 is the user who asks", async () => {
      const { data } = await act(action, { ...required, assignee_user_id: 0 });
      expect(sent()).toMatchObject([{ body: { assignee_user: { id: 0 } } }]);
      expect(data).toMatchObject({ assignee_user: { id: 1 } });
    });
  });
});

describe("Get Ticket", () => {
  it("reads the ticket", async () => {
    const result = await act("getTicket", { id: "5" });
    expect(sent()).toEqual([{ method: "GET", path: "/api/tickets/5", query: [] }]);
    expect(result).toEqual({ data: await ask("/api/tickets/5") });
  });

  it("reads its custom fields too", async () => {
    change(5, { field_values: new Map([[301, "Shoe"]]) });
    const result = await act("getTicket", { id: 5, relationships: ["custom_fields"] });
    expect(sent()).toEqual([
      { method: "GET", path: "/api/tickets/5", query: ["relationships=custom_fields"] },
    ]);
    expect(result.data).toMatchObject({ custom_fields: { 301: { value: "Shoe" } } });
  });

  it("refuses other relationships", async () => {
    expect((await fail("getTicket", { id: 5, relationships: ["tags"] })).message).toBe(
      'Relationships must be one of custom_fields; given ["tags"], with "tags" in row 1.',
    );
    expect(sent()).toEqual([]);
  });

  it("reads the ticket that another was merged into", async () => {
    sandbox().mergeTickets(5, 6);
    const result = await act("getTicket", { id: "5" });
    expect(sent().map(({ path }) => path)).toEqual(["/api/tickets/5", "/api/tickets/6"]);
    expect(result).toEqual({ data: await ask("/api/tickets/6") });
  });
});

describe("Update Ticket", () => {
  const ALL: typeof SHARED = [...SHARED, ["is_unread", "true", true]];

  it("sends every input, and returns the ticket", async () => {
    const result = await act("updateTicket", { id: "5", ...given(ALL), assignee_user: "2" });
    expect(sent()).toEqual([
      {
        method: "PUT",
        path: "/api/tickets/5",
        query: [],
        body: { ...asSent(ALL), assignee_user: { id: 2 } },
      },
    ]);
    expect(await ask("/api/tickets/5")).toMatchObject(result.data as object);
  });

  it.each(ALL)("sends nothing but %s when that is all there is", async (key, value, expected) => {
    await act("updateTicket", { id: 5, [key]: value });
    expect(sent()).toEqual([
      { method: "PUT", path: "/api/tickets/5", query: [], body: { [key]: expected } },
    ]);
  });

  it("does not reopen a closed ticket", async () => {
    change(5, { status: "closed", closed_datetime: "2025-03-01T00:00:00.000000+00:00" });
    const { data } = await act("updateTicket", { id: "5", subject: "Still closed" });
    expect(sent()).toMatchObject([{ body: { subject: "Still closed" } }]);
    expect(data).toMatchObject({ status: "closed" });
  });

  it.each([
    ["is_unread", "false"],
    ["spam", false],
    ["from_agent", "false"],
  ])("sends %s=%p, which is not the same as unset", async (key, value) => {
    await act("updateTicket", { id: "5", [key]: value });
    expect(sent()[0]?.body).toEqual({ [key]: false });
  });

  it("with nothing set is refused before anything is sent", async () => {
    const error = await fail("updateTicket", { id: "5" });
    expect(error).toMatchObject({
      name: "InputError",
      message: "There is nothing to update: set an input beside the ID, or Clear Fields.",
    });
    expect(sent()).toEqual([]);
  });

  it("with an empty list to clear is refused too", async () => {
    expect((await fail("updateTicket", { id: "5", clear_fields: [] })).message).toMatch(
      /^There is/,
    );
    expect((await fail("updateTicket", { id: "5", clear_fields: [""] })).message).toMatch(
      /^There is/,
    );
    expect(sent()).toEqual([]);
  });

  it("offers the contract's nullable fields to clear", () => {
    const clear = actions.updateTicket?.inputs.find(({ key }) => key === "clear_fields");
    const choices = nullableBodyFields("update-ticket");
    expect(choices).toEqual(
      expect.arrayContaining([
        "trashed_datetime",
        "snooze_datetime",
        "assignee_user",
        "assignee_team",
      ]),
    );
    expect(clear?.model?.map(({ value }) => value).sort()).toEqual(choices.sort());
  });

  it.each(nullableBodyFields("update-ticket"))("clears %s", async (field) => {
    change(5, { assignee_user_id: 2, assignee_team_id: 101, snooze_datetime: MOMENT });
    await act("updateTicket", { id: "5", clear_fields: [field] });
    expect(sent()).toEqual([
      { method: "PUT", path: "/api/tickets/5", query: [], body: { [field]: null } },
    ]);
  });

  it("takes a ticket out of the trash, and its assignee away", async () => {
    change(5, { trashed_datetime: "2025-03-01T00:00:00.000000+00:00", assignee_user_id: 2 });
    const { data } = await act("updateTicket", {
      id: "5",
      status: "open",
      clear_fields: ["trashed_datetime", "assignee_user"],
    });
    expect(sent()).toMatchObject([
      { body: { status: "open", trashed_datetime: null, assignee_user: null } },
    ]);
    expect(data).toMatchObject({ trashed_datetime: null, assignee_user: null });
  });

  it.each<[field: string, label: string, inputs: Record<string, unknown>]>([
    ["snooze_datetime", "Snooze Datetime", { snooze_datetime: MOMENT }],
    ["spam", "Spam", { spam: "false" }],
    ["assignee_user", "Assignee User", { assignee_user: "2" }],
    ["assignee_user", "Assignee User", { assignee_user_id: "2" }],
    ["assignee_team", "Assignee Team", { assignee_team: { id: 101 } }],
    ["tags", "Tags", { tags: ["vip"] }],
    ["meta", "Meta", { meta: { key1: "value1" } }],
  ])("refuses %s both set and cleared, by its label %s (%j)", async (field, label, inputs) => {
    const error = await fail("updateTicket", { id: "5", ...inputs, clear_fields: [field] });
    expect(error).toMatchObject({
      name: "InputError",
      message: `Clear Fields names ${label}, which another input sets: do one or the other.`,
    });
    expect(sent()).toEqual([]);
  });

  it("refuses to clear a field that cannot be empty", async () => {
    expect((await fail("updateTicket", { id: "5", clear_fields: ["status"] })).message).toMatch(
      /^Clear Fields must be one of .*; given \["status"\], with "status" in row 1\.$/,
    );
    expect(sent()).toEqual([]);
  });

  it("of a ticket that was merged is an error that names the one that remains", async () => {
    sandbox().mergeTickets(5, 6);
    const { message } = await fail("updateTicket", { id: "5", subject: "x" });
    expect(message).toContain("merged into 6");
    expect(sent()).toHaveLength(1);
  });
});

describe("Delete Ticket", () => {
  it("deletes the ticket, and says so", async () => {
    const result = await act("deleteTicket", { id: "5" });
    expect(sent()).toEqual([{ method: "DELETE", path: "/api/tickets/5", query: [] }]);
    expect(result).toEqual({ data: { message: "Success" } });
    expect(sandbox().state.tickets.has(5)).toBe(false);
  });
});

describe("List Tickets", () => {
  it("sends every filter, and returns Gorgias's envelope", async () => {
    change(5, { customer_id: 1002, external_id: "ticket-ge432d", status: "open" });
    const message = { rule_id: 601, ticket_id: 5 };
    const messages = sandbox().state.messages;
    messages.set(1000001, {
      ...(messages.get(1000001) as NonNullable<unknown>),
      ...message,
    } as never);
    const result = await act("listTickets", {
      customer_id: "1002",
      external_id: "ticket-ge432d",
      limit: "30",
      order_by: "updated_datetime:desc",
      rule_id: "601",
      ticket_ids: ["5", "6"],
      view_id: "503",
      trashed: "true",
    });
    const query = [
      "customer_id=1002",
      "external_id=ticket-ge432d",
      "order_by=updated_datetime:desc",
      "rule_id=601",
      "ticket_ids=5",
      "ticket_ids=6",
      "view_id=503",
      "trashed=true",
      "limit=30",
    ];
    expect(sent()).toEqual([{ method: "GET", path: "/api/tickets", query }]);
    expect(result).toEqual({ data: await ask(`/api/tickets?${encodedQuery(query)}`) });
    expect(result.data).toMatchObject({ object: "list", data: [{ id: 5 }] });
  });

  it("leaves trashed tickets out when asked to", async () => {
    change(24, { trashed_datetime: "2025-03-01T00:00:00.000000+00:00" });
    const { data } = await act("listTickets", { trashed: false, limit: 100 });
    expect(sent()).toEqual([
      { method: "GET", path: "/api/tickets", query: ["trashed=false", "limit=100"] },
    ]);
    expect((data as { data: { id: number }[] }).data.map(({ id }) => id)).not.toContain(24);
  });

  it.each<[inputs: Record<string, unknown>, refusal: RegExp]>([
    [{ limit: "0" }, /^Limit must be a whole number from 1 to 100; given "0"\.$/],
    [{ limit: "101" }, /^Limit must be a whole number from 1 to 100; given "101"\.$/],
    [{ order_by: "id:asc" }, /^Order By must be one of .*; given "id:asc"\.$/],
    [{ customer_id: "4; drop" }, /^Customer ID must be a whole number/],
    [
      { ticket_ids: ["5", "five"] },
      /^Ticket IDs must be a whole number .*; given \["5","five"\], with "five" in row 2\.$/,
    ],
    [{ trashed: "no" }, /^Trashed must be true or false; given "no"\.$/],
    [{ fetchAll: "yes" }, /^Fetch All must be true or false; given "yes"\.$/],
  ])("refuses %j before anything is sent", async (inputs, refusal) => {
    expect((await fail("listTickets", inputs)).message).toMatch(refusal);
    expect(sent()).toEqual([]);
  });

  it("sends an expired cursor as any other, and says what Gorgias says of it", async () => {
    const error = await fail("listTickets", { cursor: "cHJldl9fNl9fMjAyMS0wMy0wMyAwNjowMDowMA==" });
    expect(sent()).toEqual([
      {
        method: "GET",
        path: "/api/tickets",
        query: ["cursor=cHJldl9fNl9fMjAyMS0wMy0wMyAwNjowMDowMA=="],
      },
    ]);
    expect(error).toMatchObject({ name: "GorgiasError", status: 400 });
    expect(error.message).toMatch(/^Gorgias answered 400 to GET \/tickets: .*cursor/);
  });
});

describe("the custom fields of a ticket", () => {
  const path = "/api/tickets/5/custom-fields";

  beforeEach(() => change(5, { field_values: new Map([[301, "Shoe"]]) }));

  it("are listed as they are", async () => {
    const result = await act("listTicketCustomFields", { ticket_id: "5" });
    expect(sent()).toEqual([{ method: "GET", path, query: [] }]);
    expect(result.data).toMatchObject([{ field: { id: 301 }, value: "Shoe" }]);
    expect(result).toEqual({ data: ((await ask(path)) as { data: unknown }).data });
  });

  it("may be answered as a bare list too", async () => {
    const values = [{ field: { id: 301 }, value: "Shoe", prediction: null }];
    sandbox().faults.add({ path, fault: { status: 200, body: values } });
    expect(await act("listTicketCustomFields", { ticket_id: "5" })).toEqual({ data: values });
    sandbox().faults.add({ method: "PUT", path, fault: { status: 200, body: values } });
    expect(
      await act("updateTicketCustomFields", {
        ticket_id: "5",
        custom_fields: [{ id: 301, value: "x" }],
        replace_all: true,
      }),
    ).toEqual({ data: values });
  });

  it.each<[what: string, given: unknown]>([
    [
      "a list",
      [
        { id: 301, value: "Boot" },
        { id: 303, value: 12.5 },
        { id: 304, value: true },
      ],
    ],
    [
      "text",
      '[{"id": 301, "value": "Boot"}, {"id": 303, "value": 12.5}, {"id": 304, "value": true}]',
    ],
  ])("are set one by one, given as %s, and read", async (_, custom_fields) => {
    const result = await act("updateTicketCustomFields", { ticket_id: "5", custom_fields });
    expect(sent()).toEqual([
      { method: "PUT", path: `${path}/301`, query: [], body: "Boot" },
      { method: "PUT", path: `${path}/303`, query: [], body: 12.5 },
      { method: "PUT", path: `${path}/304`, query: [], body: true },
      { method: "GET", path, query: [] },
    ]);
    expect(result.data).toMatchObject([{ value: "Boot" }, { value: 12.5 }, { value: true }]);
    expect(result).toEqual({ data: ((await ask(path)) as { data: unknown }).data });
  });

  it.each<[form: string, custom_fields: unknown]>([
    ["as Get Ticket shows them", { 301: { id: 301, value: "Boot" }, 303: { id: 303, value: 1 } }],
    ["as JSON text", '{"301": {"id": 301, "value": "Boot", "seen": true}, "303": {"value": 1}}'],
    ["by their ids", { 301: "Boot", 303: 1 }],
    [
      "as List Ticket Custom Fields gives them",
      [
        { field: { id: 301, label: "Reason" }, prediction: null, value: "Boot" },
        { id: 7001, field: { id: 303 }, value: 1 },
      ],
    ],
  ])("are taken %s", async (_, custom_fields) => {
    await act("updateTicketCustomFields", { ticket_id: "5", custom_fields });
    await act("updateTicketCustomFields", { ticket_id: "5", custom_fields, replace_all: true });
    expect(sent()).toMatchObject([
      { method: "PUT", path: `${path}/301`, body: "Boot" },
      { method: "PUT", path: `${path}/303`, body: 1 },
      { method: "GET", path },
      {
        method: "PUT",
        path,
        body: [
          { id: 301, value: "Boot" },
          { id: 303, value: 1 },
        ],
      },
    ]);
  });

  it("can be written back as they were read, and come with a new ticket too", async () => {
    const { data } = await act("getTicket", { id: "5" });
    const { custom_fields } = data as { custom_fields: object };
    await act("updateTicketCustomFields", { ticket_id: "5", custom_fields });
    await act("updateTicket", { id: "5", custom_fields });
    expect(sent().map(({ body }) => body)).toMatchObject([
      undefined,
      "Shoe",
      undefined,
      { custom_fields: [{ id: 301, value: "Shoe" }] },
    ]);
  });

  it("keep the values that are not given", async () => {
    const custom_fields = [{ id: 303, value: 1 }];
    const result = await act("updateTicketCustomFields", { ticket_id: "5", custom_fields });
    expect(result.data).toMatchObject([{ value: "Shoe" }, { value: 1 }]);
  });

  it("are replaced by one request, and the others deleted, only when that is asked for", async () => {
    const custom_fields = [{ id: 303, value: 1 }];
    const result = await act("updateTicketCustomFields", {
      ticket_id: "5",
      custom_fields,
      replace_all: true,
    });
    expect(sent()).toEqual([{ method: "PUT", path, query: [], body: custom_fields }]);
    expect(result.data).toMatchObject([{ value: 1 }]);
  });

  it("that are set already are named when one is refused", async () => {
    sandbox().faults.add({
      path: `${path}/303`,
      fault: { status: 400, body: { error: { msg: "No" } } },
    });
    await fail("updateTicketCustomFields", {
      ticket_id: "5",
      custom_fields: [
        { id: 301, value: "Boot" },
        { id: 303, value: 1 },
      ],
    });
    expect(lines()).toContain("warn: These custom fields have their new values already: 301.");
  });

  it.each<[given: unknown, refusal: RegExp]>([
    ["", /^Custom Fields is required/],
    [[], /^Custom Fields is required/],
    [5, /^Custom Fields must be a list, not a number/],
    [[{ id: 301 }], /^Custom Fields is not accepted: value of row 1 is missing/],
    [[{ id: 301, value: null }], /^Custom Fields is not accepted: value of row 1 must be/],
    [
      [{ id: "x", value: "x" }],
      /^Custom Fields is not accepted: id of row 1 must be a whole number/,
    ],
    [
      [{ id: 301, value: "x", label: "y" }],
      /^Custom Fields is not accepted: label of row 1 is not known/,
    ],
    [{}, /^Custom Fields is not accepted: id is missing; given {}/],
    [
      { 301: { id: 302, value: "x" } },
      /^Custom Fields is not accepted: id of field 301 must be 301/,
    ],
    [
      { 301: null },
      /^Custom Fields is not accepted: value of field 301 must be text or .*, not null/,
    ],
    [{ 301: ["x"] }, /^Custom Fields is not accepted: value of field 301 must be .*, not a list/],
    [
      { 301: "x", Reason: "y" },
      /^Custom Fields is not accepted: id of field Reason must be a whole number, not text; given {"301":"x","Reason":"y"}/,
    ],
  ])("refuse %j before anything is sent", async (custom_fields, refusal) => {
    const { message } = await fail("updateTicketCustomFields", { ticket_id: "5", custom_fields });
    expect(message).toMatch(refusal);
    expect(sent()).toEqual([]);
  });

  it("may be updated by a request that answers nothing", async () => {
    const { state } = sandbox();
    sandbox().faults.add({
      path,
      fault: { status: 202, headers: { "Content-Type": "" }, body: "" },
    });
    const custom_fields = [{ id: 301, value: "Boot" }];
    const given = { ticket_id: "5", custom_fields, replace_all: "true" };
    expect(await act("updateTicketCustomFields", given)).toEqual({ data: [] });
    expect(state.tickets.get(5)?.field_values.get(301)).toBe("Shoe");
  });

  it("are deleted one by one", async () => {
    const result = await act("deleteTicketCustomField", { ticket_id: "5", id: "301" });
    expect(sent()).toEqual([{ method: "DELETE", path: `${path}/301`, query: [] }]);
    expect(result).toEqual({ data: { message: "Success" } });
    expect(await act("listTicketCustomFields", { ticket_id: "5" })).toEqual({ data: [] });
  });

  it("without a value are Gorgias's error when deleted", async () => {
    const error = await fail("deleteTicketCustomField", { ticket_id: "5", id: "302" });
    expect(error).toMatchObject({ name: "GorgiasError", status: 404 });
  });
});

describe("a message that Create Ticket would send by its date alone", () => {
  const message = { channel: "api", via: "api", from_agent: true, sent_datetime: undefined };
  const warning = expect.stringMatching(
    /^warn: Create Ticket: .* Gorgias sends it to the customer/,
  );

  it.each<[what: string, inputs: object, warned: boolean]>([
    ["of an agent, of the past", { messages: [{ ...message, created_datetime: MOMENT }] }, true],
    ["of a ticket of the past", { messages: [message], created_datetime: MOMENT }, true],
    ["without a date", { messages: [message] }, false],
    [
      "that was sent",
      { messages: [{ ...message, created_datetime: MOMENT, sent_datetime: MOMENT }] },
      false,
    ],
    [
      "of a customer",
      { messages: [{ ...message, from_agent: false, created_datetime: MOMENT }] },
      false,
    ],
    [
      "that the customer does not see",
      { messages: [{ ...message, public: false, created_datetime: MOMENT }] },
      false,
    ],
  ])("%s: is it warned of?", async (_, inputs, warned) => {
    await act("createTicket", inputs as Record<string, unknown>);
    expect(lines().filter((line) => line.startsWith("warn: Create Ticket"))).toEqual(
      warned ? [warning] : [],
    );
  });
});
