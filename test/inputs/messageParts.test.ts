import { fieldsOf } from "../../src/inputs/input";
import { attachments, channels, messages, source } from "../../src/inputs/messageParts";
import { refusalOf } from "../support/inputs";

const ofCustomer = fieldsOf("PUT /customers/{id}")(
  "channels",
  { label: "Channels" },
  channels,
).clean;
const route = fieldsOf("POST /tickets/{ticket_id}/messages")(
  "source",
  { label: "Source" },
  source,
).clean;
const files = fieldsOf("POST /tickets/{ticket_id}/messages")(
  "attachments",
  { label: "Attachments" },
  attachments,
).clean;
const filesOfUpdate = fieldsOf("PUT /tickets/{ticket_id}/messages/{id}")(
  "attachments",
  { label: "Attachments" },
  attachments,
).clean;
const ofTicket = fieldsOf("POST /tickets")("messages", { label: "Messages" }, messages).clean;

const file = {
  url: "https://uploads.gorgias.io/a/invoice.pdf",
  name: "invoice.pdf",
  size: 1200,
  content_type: "application/pdf",
};

describe("channels", () => {
  const asRead = {
    id: 5,
    type: "email",
    address: "john@example.com",
    preferred: true,
    customer: { id: 1001, name: "John" },
    user: { id: 1001, name: "John" },
    created_datetime: "2020-01-27T10:42:21.468912+00:00",
    updated_datetime: null,
    deleted_datetime: null,
  };
  const sent = { type: "email", address: "john@example.com", preferred: true };

  it.each<[what: string, given: unknown]>([
    ["a list", [asRead]],
    ["text", JSON.stringify([asRead])],
    ["one object", asRead],
    ["a list in a list", [[asRead]]],
  ])("as read are sent without what reads add, given as %s", (_, given) => {
    expect(ofCustomer(given)).toEqual([sent]);
  });

  it.each<[given: unknown, refusal: string]>([
    [{}, "Channels is not accepted: type is missing"],
    [[sent, { type: "sms" }], "Channels is not accepted: address of row 2 is missing"],
    [[5], "Channels is not accepted: row 1 must be an object, not a number"],
    ["5", "Channels must be a list, not a number"],
  ])("%j are refused", (given, refusal) => {
    expect(refusalOf(ofCustomer, given)).toContain(refusal);
  });
});

describe("a source", () => {
  it("as read is sent without what is null and what reads add", () => {
    const given = {
      type: "email",
      from: { name: null, address: "support@example.com", id: null, user: { id: 1 } },
      to: [{ name: "John", address: "john@example.com" }],
      cc: null,
      bcc: [],
      extra: { "include-thread": true },
      in_reply_to: "<1@example.com>",
    };
    expect(route(given)).toEqual({
      type: "email",
      from: { address: "support@example.com", name: null, id: null },
      to: [{ name: "John", address: "john@example.com" }],
      bcc: [],
      extra: { "include-thread": true },
    });
    expect(route({ type: "api", from: null, to: null })).toEqual({ type: "api" });
  });

  it("takes addresses as text, and one for a list of one", () => {
    expect(route({ from: "a@example.com", to: "b@example.com", cc: ["c@example.com"] })).toEqual({
      from: { address: "a@example.com" },
      to: [{ address: "b@example.com" }],
      cc: [{ address: "c@example.com" }],
    });
    expect(route({ to: { address: "b@example.com", id: "7" } })).toEqual({
      to: [{ address: "b@example.com", id: 7 }],
    });
  });

  // A reply on a chat is shown as delivered only so (contract, "Not determined").
  it("may have an empty address of the account's own", () => {
    expect(route({ type: "chat", from: { address: "" } })).toEqual({
      type: "chat",
      from: { address: "" },
    });
  });

  it.each<[given: unknown, refusal: string]>([
    [{ to: [{}] }, "Source is not accepted: row 1 of to must have an address"],
    [{ from: {} }, "Source is not accepted: from must have an address"],
    [
      { cc: [{ address: "a@b.c" }, { email: "" }] },
      "Source is not accepted: row 2 of cc must have",
    ],
    [{ to: [5] }, "Source is not accepted: row 1 of to must be an object, not a number"],
    ["[1]", "Source must be an object, not a list"],
  ])("%j is refused", (given, refusal) => {
    expect(refusalOf(route, given)).toContain(refusal);
  });
});

describe("attachments", () => {
  it("as read are sent without what reads add, and what is null is filled in", () => {
    const { url } = file;
    expect(files([{ ...file, public: true, id: 7 }])).toEqual([{ ...file, public: true }]);
    expect(files({ url: `${url}?x=/y`, name: null, size: null, content_type: null })).toEqual([
      {
        url: `${url}?x=/y`,
        name: "invoice.pdf",
        size: null,
        content_type: "application/octet-stream",
      },
    ]);
  });

  it("of an update say that their size is not known", () => {
    const { size, ...unsized } = file;
    expect(filesOfUpdate([unsized])).toEqual([{ ...file, size: null }]);
    expect(files([unsized])).toEqual([unsized]);
    expect(size).toBe(1200);
  });

  it.each<[given: unknown, refusal: string]>([
    [{}, "Attachments is not accepted: url is missing"],
    [{ url: "" }, "Attachments is not accepted: url must not be empty"],
    [{ ...file, size: "big" }, "Attachments is not accepted: size must be a whole number"],
  ])("%j are refused", (given, refusal) => {
    expect(refusalOf(files, given)).toContain(refusal);
  });
});

it.each<[clean: (value: unknown) => unknown, given: unknown]>([
  [ofCustomer, 5],
  [route, "[1]"],
  [files, 5],
  [ofTicket, 5],
])("a refusal shows a shape that is taken (%#)", (clean, given) => {
  const [, shape] = /It takes, for example: (.*)$/.exec(refusalOf(clean, given)) ?? [];
  expect(clean(shape)).toEqual(JSON.parse(shape ?? ""));
});

describe("messages", () => {
  const message = { channel: "email", from_agent: true, via: "api" };

  it("take their persons, source and attachments as other steps gave them", () => {
    const given = {
      ...message,
      sender: { id: "93", email: "jane@example.com", name: "Jane", uri: "/api/users/93/" },
      receiver: "john@example.com",
      source: { type: "email", from: null, to: "john@example.com" },
      attachments: { ...file, id: 7 },
    };
    const sent = {
      ...message,
      sender: { id: 93 },
      receiver: { email: "john@example.com" },
      source: { type: "email", to: [{ address: "john@example.com" }] },
      attachments: [file],
    };
    expect(ofTicket([given])).toEqual([sent]);
    expect(ofTicket(given)).toEqual([sent]);
    expect(ofTicket(JSON.stringify(given))).toEqual([sent]);
    expect(ofTicket([{ ...message, sender: 93, receiver: "1001" }])).toEqual([
      { ...message, sender: { id: 93 }, receiver: { id: 1001 } },
    ]);
  });

  it("as read are sent without what only a read has", () => {
    const read = {
      id: 5,
      uri: "/api/tickets/1/messages/5/",
      ticket_id: 1,
      rule_id: null,
      intents: [],
      is_retriable: true,
      last_sending_error: { error: "x", code: 1 },
      sender: null,
      receiver: null,
    };
    expect(ofTicket([{ ...read, ...message }])).toEqual([
      { ...message, last_sending_error: { error: "x" }, sender: null, receiver: null },
    ]);
  });

  it.each<[given: object, refusal: string]>([
    [
      { sender: {} },
      "Messages is not accepted: sender of row 2 must name somebody by an id or an email",
    ],
    [{ receiver: { id: null } }, "Messages is not accepted: receiver of row 2 must name somebody"],
    [{ receiver: { email: "" } }, "Messages is not accepted: receiver of row 2 must name somebody"],
    [
      { sender: { id: "x" } },
      "Messages is not accepted: sender.id of row 2 must be a whole number",
    ],
    [
      { source: { to: [{}] } },
      "Messages is not accepted: row 1 of source.to of row 2 must have an address",
    ],
    [{ source: "email" }, "Messages is not accepted: source of row 2 must be an object, not text"],
    [{ subjct: "x" }, "Messages is not accepted: subjct of row 2 is not known to Gorgias"],
    [
      { attachments: [{}] },
      "Messages is not accepted: url of row 1 of attachments of row 2 is missing",
    ],
  ])("%j are refused, with where it is", (part, refusal) => {
    expect(refusalOf(ofTicket, [message, { ...message, ...part }])).toContain(refusal);
  });
});
