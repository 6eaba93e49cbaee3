import { isLoopback } from "../webhooks";
import { renderCall, renderForm } from "../webhookTemplate";

const context = { ticket: { id: 7 }, message: null };
const scope = {
  context,
  ticket: {
    id: 7,
    subject: "Hi",
    spam: false,
    is_unread: true,
    customer: null,
    messages: [{ body_text: "it's one" }],
    tags: [],
  },
  event: { type: "ticket-created" },
};

it.each([
  ["{{context}}", context],
  [" {{ context }} ", context],
  ["{{ticket.id}}", "7"],
  ["{{ ticket.subject }}", "Hi"],
  ["{{ticket.spam}} {{ticket.is_unread}}", "False True"],
  ["{{ticket.customer}}", "None"],
  ["{{ticket.nothing.here}}", ""],
  ["{{ticket.messages[0].body_text}}", "it's one"],
  ["Ticket {{ticket.id}}: {{ticket.subject}}", "Ticket 7: Hi"],
  ["{{event}}", "{'type': 'ticket-created'}"],
  ["{{ticket.messages}}{{ticket.tags}}", "[{'body_text': 'it\\'s one'}][]"],
  ["{{event | tojson}}", '{"type":"ticket-created"}'],
  ["{{ticket.spam|tojson}} {{nobody | tojson}}", "false null"],
  [{ all: "{{context}}" }, { all: "{'ticket': {'id': 7}, 'message': None}" }],
  [
    [{ a: "{{ticket.id}}" }, 1, true, null],
    [{ a: "7" }, 1, true, null],
  ],
  ["no placeholder { }", "no placeholder { }"],
])("fills in %j", (template, expected) => {
  expect(renderForm(template, scope)).toEqual(expected);
});

const http = { url: "http://localhost/x?a=1", method: "POST", form: { id: "{{ticket.id}}" } };

describe("a call", () => {
  it.each([
    [
      "of JSON",
      {},
      { body: { id: "7" }, payload: '{"id":"7"}', headers: { "Content-Type": "application/json" } },
    ],
    [
      "of the context",
      { form: "{{context}}" },
      { body: context, payload: '{"ticket":{"id":7},"message":null}' },
    ],
    [
      "of a form",
      {
        request_content_type: "application/x-www-form-urlencoded",
        form: { id: "{{ticket.id}}", e: "{{event | tojson}}", n: 5 },
      },
      {
        payload: "id=7&e=%7B%22type%22%3A%22ticket-created%22%7D&n=5",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
      },
    ],
    [
      "of a form that is a text",
      { request_content_type: "application/x-www-form-urlencoded", form: "a={{ticket.id}}" },
      { payload: "a=7" },
    ],
    [
      "by GET",
      { method: "GET" },
      { url: "http://localhost/x?a=1&id=7", body: undefined, payload: undefined, headers: {} },
    ],
    [
      "without a form",
      { form: null, headers: { "X-Key": 5, "X-No": null } },
      { url: http.url, payload: undefined, headers: { "X-Key": "5" } },
    ],
    [
      "to a URL that names its event",
      { url: "http://localhost/{{event.type}}", method: "GET", form: null },
      { url: "http://localhost/ticket-created" },
    ],
    [
      "with a Content-Type of its own",
      { headers: { "Content-Type": "x/y" } },
      { headers: { "Content-Type": "x/y" } },
    ],
  ])("%s", (_, settings, expected) => {
    expect(renderCall({ ...http, ...settings }, scope)).toMatchObject(expected);
  });
});

it.each([
  ["http://127.0.0.1:80/x", true],
  ["https://127.9.9.9/", true],
  ["http://localhost:3000", true],
  ["http://[::1]:3000", true],
  ["http://2130706433/", true],
  ["http://127.0.0.1.example.com/", false],
  ["http://user@example.com/127.0.0.1", false],
  ["http://10.0.0.1/", false],
  ["ftp://127.0.0.1/", false],
  ["not a url", false],
  ["", false],
])("takes %j for loopback: %s", (url, expected) => {
  expect(isLoopback(url)).toBe(expected);
});
