import { isConnectionError } from "@prismatic-io/spectral";
import { InputError } from "../../src/errors";
import { explainResponse, GorgiasConnectionError, GorgiasError } from "../../src/http/errors";
import { createRedactor } from "../../src/http/redaction";
import {
  connectionTo,
  NEW_TICKET,
  outcomeOf,
  useClock,
  useOrigin,
  useServer,
} from "../support/http";
import { apiKeyConnection, useSandbox } from "../support/integration";

const keepAll = createRedactor({});
function explain(body: unknown) {
  return explainResponse(typeof body === "string" ? body : JSON.stringify(body), keepAll);
}
function error(msg: unknown, data?: unknown) {
  return { error: { msg, data } };
}

describe("what an unhappy answer says", () => {
  const MANY = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`field${i + 1}`, ["bad"]]));

  it.each<[string, unknown, string]>([
    ["Gorgias's message", error("Not found."), "Not found."],
    [
      "a message and a field",
      error("invalid", { subject: "too long" }),
      "invalid (subject: too long)",
    ],
    [
      "several reasons of a field",
      error("invalid", { subject: ["too long", "not polite"] }),
      "invalid (subject: too long, not polite)",
    ],
    [
      "several fields",
      error("invalid", { subject: ["too long"], channel: ["unknown"] }),
      "invalid (subject: too long; channel: unknown)",
    ],
    [
      "nested fields",
      error("invalid", { messages: [{ sender: { email: ["not an email"] } }, { via: "missing" }] }),
      "invalid (messages.0.sender.email: not an email; messages.1.via: missing)",
    ],
    ["a list of reasons", error("invalid", ["one", "two"]), "invalid (one, two)"],
    [
      "details as text",
      error("invalid", "the subject is too long"),
      "invalid (the subject is too long)",
    ],
    ["details as a number", error("invalid", 7), "invalid (7)"],
    ["details that are false", error("invalid", { ok: false }), "invalid (ok: false)"],
    ["details of null", error("invalid", null), "invalid"],
    ["empty details", error("invalid", {}), "invalid"],
    ["a field of null", error("invalid", { subject: null }), "invalid"],
    ["a reason of null", error("invalid", { subject: [null, "x"] }), "invalid (subject: , x)"],
    ["another message's name", { error: { message: "quota exceeded" } }, "quota exceeded"],
    ["an error that is text", { error: "invalid_grant" }, "invalid_grant"],
    ["a message without an envelope", { msg: "Not found." }, "Not found."],
    ["text as JSON", JSON.stringify("Not found."), "Not found."],
    ["plain text", "upstream timed out", "upstream timed out"],
    ["plain text of several lines", "upstream\n\n  timed\tout\r\n", "upstream timed out"],
    ["a message of several lines", error("one\n two\u0000three"), "one two three"],
    ["details of several lines", error("invalid", { a: "x\ny" }), "invalid (a: x y)"],
    ["an empty body", "", "no further word"],
    ["a blank body", " \n ", "no further word"],
    ["XML", "<Error><Code>Expired</Code></Error>", "<Error><Code>Expired</Code></Error>"],
    [
      "an HTML page with a title",
      "<!DOCTYPE html>\n<html><head><title>\n 502 Bad Gateway </title></head><body>…</body></html>",
      'an HTML page titled "502 Bad Gateway" instead of JSON',
    ],
    [
      "an HTML page whose title has attributes",
      '<html><title lang="en">Oops</title></html>',
      'an HTML page titled "Oops" instead of JSON',
    ],
    [
      "an HTML page without a title",
      "<html><body>secret</body></html>",
      "an HTML page instead of JSON",
    ],
    [
      "an HTML page with an empty title",
      "<html><title> </title></html>",
      "an HTML page instead of JSON",
    ],
    ["blanks before an HTML page", " \n<html><body/></html>", "an HTML page instead of JSON"],
    ["null", "null", "null"],
    ["a number", "5", "5"],
    ["true", "true", "true"],
    ["an empty list", "[]", "[]"],
    ["an empty object", "{}", "{}"],
    ["an error of null", { error: null }, '{"error":null}'],
    ["an error of a number", { error: 5 }, '{"error":5}'],
    ["an error without a message", { error: { code: 7 } }, '{"error":{"code":7}}'],
    [
      "a message that is no text",
      error(5, { subject: "x" }),
      '{"error":{"msg":5,"data":{"subject":"x"}}}',
    ],
    ["an empty message", error(""), '{"error":{"msg":""}}'],
    ["half of a JSON text", '{"error": {"msg": "cu', '{"error": {"msg": "cu'],
  ])("%s", (_, body, expected) => {
    expect(explain(body).text).toBe(expected);
  });

  it("many details are cut, and counted", () => {
    const { text } = explain(error("invalid", MANY));
    expect(text).toMatch(/^invalid \(field1: bad; .*; field10: bad; and 20 more\)$/);
  });

  it.each<[string, string]>([
    ["1 MB of plain text", "x".repeat(1_000_000)],
    ["1 MB as a message", JSON.stringify(error("x".repeat(1_000_000)))],
    ["1 MB as a detail", JSON.stringify(error("invalid", { subject: "x".repeat(1_000_000) }))],
    ["1 MB as a field's name", JSON.stringify(error("invalid", { ["x".repeat(1_000_000)]: "y" }))],
    ["1 MB as a title", `<html><title>${"x".repeat(1_000_000)}</title></html>`],
    ["1 MB as an error", JSON.stringify({ error: "x".repeat(1_000_000) })],
    ["a list of 100,000", JSON.stringify(error("invalid", Array(100_000).fill("no")))],
    ["100,000 fields", JSON.stringify(error("invalid", Array(100_000).fill({ a: "b" })))],
    ["JSON of 1 MB without a message", JSON.stringify({ code: "x".repeat(1_000_000) })],
    ["1 MB of an HTML page", `<html>${"<p>".repeat(300_000)}</html>`],
  ])("%s is cut to less than 1,600 characters", (_, body) => {
    const { text } = explain(body);
    expect(text.length).toBeLessThan(1_600);
    expect(text).toMatch(/…|HTML page|and \d+ more/);
  });

  it("a page that opens titles and never closes one is read in no time", () => {
    // Quadratic reading would take hours.
    expect(explain(`<html>${"<title".repeat(1_000_000)}`).text).toBe(
      "an HTML page instead of JSON",
    );
  });

  const nested = (depth: number) => `${"[".repeat(depth)}"deep"${"]".repeat(depth)}`;

  it.each([100, 1_000])("details nested %d deep", (depth) => {
    const { text } = explain(`{"error":{"msg":"invalid","data":${nested(depth)}}}`);
    expect(text).toMatch(/^invalid \(0\.0\./);
  });

  it("details nested 100,000 deep", () => {
    expect(explain(`{"error":{"msg":"invalid","data":${nested(100_000)}}}`).text).toMatch(
      /^invalid/,
    );
  });

  it("a body that is nothing but nesting", () => {
    expect(explain(nested(100_000)).text).toMatch(/^\[\[\[/);
  });

  it("a cut never splits a character", () => {
    const { text } = explain(`${"x".repeat(298)}😀😀😀`);
    expect(text).toBe(`${"x".repeat(298)}…`);
  });

  it("a message of blanks is no message", () => {
    expect(explain(error("  \n ")).text).not.toBe("");
  });

  it("a field without a reason is left out", () => {
    expect(explain(error("invalid", { subject: [], channel: ["unknown"] })).text).toBe(
      "invalid (channel: unknown)",
    );
  });

  it("keeps the details as they came", () => {
    const data = { messages: [{ via: ["missing"] }] };
    expect(explain(error("invalid", data))).toEqual({
      text: "invalid (messages.0.via: missing)",
      details: data,
      html: false,
      deniesAccess: false,
    });
  });

  it.each([
    ["<!doctype html><p>x", true],
    ["<HTML>", true],
    ["<head>", true],
    ["<body>", true],
    ["<Error/>", false],
    ["html", false],
    ['{"html":"<html>"}', false],
  ])("%j is an HTML page: %s", (body, html) => {
    expect(explain(body).html).toBe(html);
  });
});

describe("a sentence of Gorgias's that the error goes on from loses its full stop", () => {
  const server = useServer();
  useOrigin(() => server.url);
  const byKey = apiKeyConnection({ username: "jane@example.com", apiKey: "key-0123456789" });
  const refuseAll = (status: number, msg: string) =>
    server.respondWith((response, { method }) =>
      method === "POST"
        ? response.writeHead(201).end('{"id":5}')
        : response.writeHead(status).end(JSON.stringify({ error: { msg } })),
    );

  it("with the attempts", async () => {
    refuseAll(500, "It broke.");
    const { error, lines } = await outcomeOf("getTicket", { connection: byKey, id: 1 });
    expect(error?.message).toBe(
      "Gorgias answered 500 to GET /tickets/1: It broke, after 4 attempts",
    );
    expect(lines[0]).toContain("It broke; attempt 2");
  });

  it("with what a task adds", async () => {
    refuseAll(404, "Gone.");
    const { error } = await outcomeOf("deleteTickets", { connection: byKey, ticket_ids: ["1"] });
    expect(error?.message).toBe(
      "Gorgias answered 404 to GET /jobs/5: Gone. Job 5 was created and goes on: look with Wait for Job, and do not start another",
    );
  });
});

describe("error classes say their own names, whatever the bundler makes of them", () => {
  const failure = { method: "GET", path: "/tickets/5", status: 500, details: { a: "b" } };
  it.each([
    ["InputError", new InputError("x", {})],
    ["GorgiasError", new GorgiasError("x", failure)],
    ["ConnectionError", new GorgiasConnectionError({}, "x", failure)],
  ])("%s", (name, thrown) => {
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown.name).toBe(name);
    expect(String(thrown)).toBe(`${name}: x`);
  });

  it("a ConnectionError carries the failed request as well", () => {
    expect(new GorgiasConnectionError({ key: "gorgias-api-key" }, "x", failure)).toMatchObject(
      failure,
    );
  });
});

describe("the error of an action", () => {
  useClock();
  const sandbox = useSandbox({ tickets: 5 });
  const act = async (action: string, inputs: Record<string, unknown>) =>
    (await outcomeOf(action, { connection: connectionTo(sandbox()), ...inputs })).error;

  it("is method, path, status, message and details in one line, and as properties", async () => {
    const details = { subject: ["too long"] };
    const body = { error: { msg: "invalid", data: details } };
    sandbox().faults.add({ fault: { status: 400, body } });
    const thrown = await act("updateTicket", { id: 5, subject: "x" });
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).toMatchObject({
      name: "GorgiasError",
      message: "Gorgias answered 400 to PUT /tickets/5: invalid (subject: too long)",
      status: 400,
      method: "PUT",
      path: "/tickets/5",
      details,
    });
    expect(isConnectionError(thrown)).toBe(false);
  });

  it("names what the sandbox itself finds wrong", async () => {
    const thrown = await act("createTicket", {
      ...NEW_TICKET,
      messages: [{ ...NEW_TICKET.messages[0], sender: { id: 424_242 } }],
    });
    expect(thrown?.message).toMatch(
      /^Gorgias answered 400 to POST \/tickets: Invalid request \(messages\.0\.sender[^)]*: [^)]+\)$/,
    );
    expect(thrown?.details).toBeInstanceOf(Object);
  });

  it("leaves the query out of its path", async () => {
    sandbox().faults.add({ fault: { status: 400 } });
    const thrown = await act("listTickets", { external_id: "order-5", fetchAll: "false" });
    expect(thrown).toMatchObject({
      message: "Gorgias answered 400 to GET /tickets: Fault 400",
      path: "/tickets",
    });
  });

  it("has no status when there was no response", async () => {
    sandbox().faults.add({ times: 9, fault: { reset: "before" } });
    const thrown = await act("getTicket", { id: 5 });
    expect(thrown).toMatchObject({ method: "GET", path: "/tickets/5" });
    expect(thrown?.status).toBeUndefined();
  });

  it.each<[number, unknown, string]>([
    [401, { error: { msg: "Unauthorized." } }, "Unauthorized"],
    [
      403,
      { error: { msg: "Forbidden", data: { scope: "tickets:write" } } },
      "Forbidden (scope: tickets:write)",
    ],
    [
      403,
      { error: { msg: "You do not have permission to do this." } },
      "You do not have permission to do this",
    ],
  ])("%d is a ConnectionError that keeps Gorgias's words: %j", async (status, body, words) => {
    sandbox().faults.add({ times: 9, fault: { status, body } });
    const thrown = await act("createTicket", NEW_TICKET);
    expect(thrown).toMatchObject({
      name: "ConnectionError",
      message: `Gorgias answered ${status} to POST /tickets: ${words}`,
      status,
      method: "POST",
      path: "/tickets",
    });
    expect(isConnectionError(thrown)).toBe(true);
    expect(sandbox().requests).toHaveLength(1);
  });

  it.each<[unknown, string]>([
    [{ error: { msg: "Messaging quota exceeded" } }, "Messaging quota exceeded"],
    [
      "<html><title>Attention Required!</title>You have no permission</html>",
      'an HTML page titled "Attention Required!" instead of JSON',
    ],
    ["blocked: no authentication", "blocked: no authentication"],
  ])(
    "403 without a word of Gorgias's on access does not condemn the connection: %j",
    async (body, words) => {
      sandbox().faults.add({ times: 9, fault: { status: 403, body } });
      const thrown = await act("createTicket", NEW_TICKET);
      expect(thrown).toMatchObject({
        name: "GorgiasError",
        message: `Gorgias answered 403 to POST /tickets: ${words}`,
        status: 403,
      });
      expect(isConnectionError(thrown)).toBe(false);
    },
  );

  it("wrong credentials are the connection's fault", async () => {
    const connection = connectionTo(sandbox());
    connection.fields.apiKey = "not-the-key";
    const { error: thrown } = await outcomeOf("getAccount", { connection });
    expect(thrown).toMatchObject({
      name: "ConnectionError",
      message: "Gorgias answered 401 to GET /account: Unauthorized",
      connection: { fields: { domain: "green-garden", username: expect.any(String) } },
    });
  });

  it("an HTML 404 hints at Domain, as an account that does not exist answers so", async () => {
    const body = "<!doctype html><html><head><title>Page not found</title></head></html>";
    sandbox().faults.add({ fault: { status: 404, body } });
    const thrown = await act("getAccount", {});
    expect(thrown?.message).toBe(
      'Gorgias answered 404 to GET /account: an HTML page titled "Page not found" instead of JSON. Is green-garden (Domain) the name of the Gorgias account?',
    );
  });

  it.each<[number, unknown]>([
    [404, { error: { msg: "Ticket 5 not found." } }],
    [400, "<html><title>Bad</title></html>"],
  ])("%d %j does not", async (status, body) => {
    sandbox().faults.add({ fault: { status, body } });
    expect((await act("getTicket", { id: 5 }))?.message).not.toContain("Domain");
  });

  it("a web page in the place of JSON is said to be one", async () => {
    sandbox().faults.add({ times: 9, fault: { status: 200, body: "<html>Log in</html>" } });
    const thrown = await act("getAccount", {});
    expect(thrown?.message).toBe(
      "Gorgias did not answer GET /account: the answer is a web page instead of JSON, after 4 attempts",
    );
  });

  it("an empty response to a read is half a response", async () => {
    const headers = { "Content-Type": "application/json" };
    sandbox().faults.add({ fault: { status: 200, headers, body: "" } });
    expect(await act("getAccount", {})).toBeUndefined();
    expect(sandbox().requests.map(({ status }) => status)).toEqual([200, 200]);
  });

  it("an empty response to a write is a response", async () => {
    sandbox().faults.add({ fault: { status: 202, body: "" } });
    expect(await act("updateTicket", { id: 5, subject: "x" })).toBeUndefined();
    expect(sandbox().requests).toHaveLength(1);
  });
});
