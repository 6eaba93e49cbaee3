import { randomBytes } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { gzipSync } from "node:zlib";
import { createClient } from "../../src/client";
import { path } from "../../src/http/path";
import {
  connectionTo,
  leaked,
  NEW_NOTE,
  NEW_TICKET,
  outcomeOf,
  traffic,
  useClock,
  useServer,
} from "../support/http";
import { recordingLogger, useSandbox } from "../support/integration";

useClock();
const sandbox = useSandbox({ tickets: 10 });
const other = useServer();

function connection() {
  return connectionTo(sandbox());
}
function secrets() {
  const { username, apiKey } = sandbox().credentials;
  return [apiKey, Buffer.from(`${username}:${apiKey}`).toString("base64")];
}
function message(ticket: number) {
  const found = [...sandbox().state.messages.values()].find((m) => m.ticket_id === ticket);
  return Number(found?.id);
}

describe("a read of what was merged", () => {
  beforeEach(() => {
    sandbox().mergeTickets(1, 2);
    sandbox().mergeCustomers(1001, 1002);
  });

  it.each([
    ["a ticket", "getTicket", { id: 1 }, "/api/tickets/1", "/api/tickets/2"],
    ["a customer", "getCustomer", { id: 1001 }, "/api/customers/1001", "/api/customers/1002"],
    [
      "what belongs to a ticket",
      "listTicketCustomFields",
      { ticket_id: 1 },
      "/api/tickets/1/custom-fields",
      "/api/tickets/2/custom-fields",
    ],
  ])("%s follows the 301, with credentials", async (_, action, inputs, from, to) => {
    const { data, lines } = await outcomeOf(action, { connection: connection(), ...inputs });
    expect(data).toBeDefined();
    expect(traffic(sandbox())).toEqual([`GET ${from} 301`, `GET ${to} 200`]);
    const [first, second] = sandbox().requests.map(({ headers }) => headers.authorization);
    expect(first).toMatch(/^Basic /);
    expect(second).toBe(first);
    const [below, into] = [from, to].map((text) => text.slice("/api".length));
    expect(lines).toEqual([`info: GET ${below} was merged into ${into}.`]);
  });

  it("a message of a merged ticket is read from the one that remains", async () => {
    const id = message(2);
    const { data } = await outcomeOf("getTicketMessage", {
      connection: connection(),
      ticket_id: 1,
      id,
    });
    expect(data).toMatchObject({ id, ticket_id: 2 });
    expect(traffic(sandbox())).toEqual([
      `GET /api/tickets/1/messages/${id} 301`,
      `GET /api/tickets/2/messages/${id} 200`,
    ]);
  });

  it("keeps its query", async () => {
    const inputs = { id: 1, relationships: ["custom_fields"] };
    const { data } = await outcomeOf("getTicket", { connection: connection(), ...inputs });
    expect(data).toMatchObject({ id: 2 });
    expect(sandbox().requests.map(({ query }) => query)).toEqual([
      "relationships=custom_fields",
      "relationships=custom_fields",
    ]);
  });

  it("follows merges of merges", async () => {
    sandbox().mergeTickets(2, 3);
    sandbox().mergeTickets(3, 4);
    const { data } = await outcomeOf("getTicket", { connection: connection(), id: 1 });
    expect(data).toMatchObject({ id: 4 });
    expect(traffic(sandbox())).toEqual([
      "GET /api/tickets/1 301",
      "GET /api/tickets/2 301",
      "GET /api/tickets/3 301",
      "GET /api/tickets/4 200",
    ]);
  });

  it("a Raw Request that reads follows it too", async () => {
    const inputs = { method: "GET", url: "/tickets/1?relationships=custom_fields" };
    const { data } = await outcomeOf("rawRequest", { connection: connection(), ...inputs });
    expect(data).toMatchObject({ id: 2 });
  });
});

it("takes the query of the redirect where that has one", async () => {
  const Location = "/api/tickets/2?relationships=custom_fields";
  sandbox().faults.add({ fault: { status: 301, headers: { Location } } });
  await outcomeOf("getTicket", { connection: connection(), id: 1 });
  expect(sandbox().requests[1]).toMatchObject({
    path: "/api/tickets/2",
    query: "relationships=custom_fields",
  });
});

it("follows five redirects and stops at the sixth", async () => {
  for (let id = 1; id <= 6; id += 1) {
    sandbox().mergeTickets(id, id + 1);
  }
  const { error } = await outcomeOf("getTicket", { connection: connection(), id: 1 });
  expect(error).toMatchObject({ name: "GorgiasError", status: 301, path: "/tickets/6" });
  expect(sandbox().requests).toHaveLength(6);
  sandbox().requests.length = 0;
  const { data } = await outcomeOf("getTicket", { connection: connection(), id: 2 });
  expect(data).toMatchObject({ id: 7 });
  expect(sandbox().requests).toHaveLength(6);
});

it("a circle of redirects ends", async () => {
  const to = (Location: string) => ({ times: 9, fault: { status: 301, headers: { Location } } });
  sandbox().faults.add({ path: "/api/tickets/1", ...to("/api/tickets/2") });
  sandbox().faults.add({ path: "/api/tickets/2", ...to("/api/tickets/1") });
  const { error } = await outcomeOf("getTicket", { connection: connection(), id: 1 });
  expect(error).toMatchObject({ name: "GorgiasError", status: 301 });
  expect(sandbox().requests).toHaveLength(6);
});

describe("a 301 that leaves the account's own API is not followed, and takes no credential along", () => {
  const port = () => new URL(sandbox().url).port;

  it.each<[string, () => string]>([
    ["another host", () => `${other.url}/api/tickets/2`],
    ["another host without a scheme", () => `${other.url.slice("http:".length)}/api/tickets/2`],
    ["another host behind backslashes", () => `\\\\${other.url.slice("http://".length)}/api/x`],
    ["another name of the same machine", () => `http://localhost:${port()}/api/tickets/2`],
    ["another scheme", () => `https://127.0.0.1:${port()}/api/tickets/2`],
    ["a scheme without a host", () => "data:application/json,{}"],
    ["userinfo", () => `http://user:word@127.0.0.1:${port()}/api/tickets/2`],
    ["a user without a password", () => `http://user@127.0.0.1:${port()}/api/tickets/2`],
    ["a path outside /api", () => "/tickets/2"],
    ["a path that only begins with /api", () => "/apis/tickets/2"],
    ["a way out of /api", () => "/api/../tickets/2"],
    ["an escaped way out of /api", () => "/api/%2e%2E/tickets/2"],
    ["the API itself", () => "/api"],
    ["a relative way out of /api", () => "../../tickets/2"],
    ["an address that is none", () => "http://[broken"],
    ["no address", () => ""],
  ])("%s", async (_, location) => {
    const headers = { Location: location() };
    sandbox().faults.add({ fault: { status: 301, headers } });
    const ending = await outcomeOf("getTicket", { connection: connection(), id: 1 });
    expect(ending.error).toMatchObject({
      name: "GorgiasError",
      status: 301,
      method: "GET",
      path: "/tickets/1",
    });
    expect(ending.error?.message).toMatch(/^Gorgias answered 301 to GET \/tickets\/1: it /);
    expect(leaked([...secrets(), "user:word"], ending.error, ending.lines)).toEqual([]);
    expect(sandbox().requests).toHaveLength(1);
    expect(other.requests).toEqual([]);
  });

  it("names the host that it was sent to", async () => {
    const headers = { Location: `${other.url}/api/tickets/2` };
    sandbox().faults.add({ fault: { status: 301, headers } });
    const { error } = await outcomeOf("getTicket", { connection: connection(), id: 1 });
    expect(error?.message).toBe(
      `Gorgias answered 301 to GET /tickets/1: it redirects to ${new URL(other.url).host}, which is not followed`,
    );
  });

  it("is an error when it names no address at all", async () => {
    sandbox().faults.add({ fault: { status: 301 } });
    const { error } = await outcomeOf("getTicket", { connection: connection(), id: 1 });
    expect(error?.message).toBe(
      "Gorgias answered 301 to GET /tickets/1: it redirects, which is not followed",
    );
  });
});

describe("no other redirect of a read is followed", () => {
  it.each([300, 302, 303, 304, 307, 308])("%d", async (status) => {
    sandbox().faults.add({ fault: { status, headers: { Location: "/api/tickets/2" } } });
    const { error } = await outcomeOf("getTicket", { connection: connection(), id: 1 });
    expect(error).toMatchObject({ name: "GorgiasError", status });
    expect(sandbox().requests).toHaveLength(1);
  });
});

describe("a write to what was merged is an error that names the one that remains", () => {
  beforeEach(() => {
    sandbox().mergeTickets(1, 2);
    sandbox().mergeCustomers(1001, 1002);
  });

  it.each<[string, string, string, Record<string, unknown>, string]>([
    ["Update Ticket", "updateTicket", "PUT /tickets/1", { id: 1, status: "closed" }, "2"],
    ["Delete Ticket", "deleteTicket", "DELETE /tickets/1", { id: 1 }, "2"],
    [
      "Create Ticket Message",
      "createTicketMessage",
      "POST /tickets/1/messages",
      { ticket_id: 1, ...NEW_NOTE },
      "2",
    ],
    [
      "Update Ticket Custom Fields",
      "updateTicketCustomFields",
      "PUT /tickets/1/custom-fields/301",
      { ticket_id: 1, custom_fields: [{ id: 301, value: "x" }] },
      "2",
    ],
    ["Update Customer", "updateCustomer", "PUT /customers/1001", { id: 1001, name: "A" }, "1002"],
    ["Delete Customer", "deleteCustomer", "DELETE /customers/1001", { id: 1001 }, "1002"],
    [
      "Update Customer Data",
      "updateCustomerData",
      "PUT /customers/1001/data",
      { id: 1001, data: { vip: true } },
      "1002",
    ],
    [
      "Raw Request",
      "rawRequest",
      "PUT /tickets/1",
      { method: "PUT", url: "/tickets/1", data: "{}", maxRetries: 3, retryAllErrors: true },
      "2",
    ],
  ])("%s", async (_, action, request, inputs, survivor) => {
    const { error } = await outcomeOf(action, { connection: connection(), ...inputs });
    const [method, below] = request.split(" ");
    expect(error).toMatchObject({
      name: "GorgiasError",
      message: `Gorgias answered 301 to ${request}: it was merged into ${survivor}, and nothing was changed: use ID ${survivor}`,
      status: 301,
      method,
      path: below,
    });
    expect(traffic(sandbox())).toEqual([`${method} /api${below} 301`]);
  });

  it("whatever else redirects a write is not followed either, and names nobody", async () => {
    const headers = { Location: `${other.url}/api/tickets/7` };
    sandbox().faults.add({ times: 9, fault: { status: 307, headers } });
    const { error } = await outcomeOf("createTicket", { connection: connection(), ...NEW_TICKET });
    expect(error?.message).toBe(
      `Gorgias answered 307 to POST /tickets: it redirects to ${new URL(other.url).host}, which is not followed`,
    );
    expect(sandbox().requests).toHaveLength(1);
    expect(other.requests).toEqual([]);
  });
});

describe("a file is kept elsewhere", () => {
  const file = path`/attachment/download/hash/report.pdf`;
  const download = () => {
    const { logger, lines } = recordingLogger();
    const client = createClient(connection(), { logger, debugRequest: true });
    return client.download(file).then(
      (result) => ({ result, lines, error: undefined }),
      (error: Error & { status?: number }) => ({ result: undefined, lines, error }),
    );
  };
  const redirectTo = (Location: string, status = 307) =>
    sandbox().faults.add({ times: 9, fault: { status, headers: { Location } } });

  it.each([301, 302, 303, 307, 308])("a %d is followed without credentials", async (status) => {
    redirectTo(`${other.url}/signed/report.pdf?signature=s1gnature`, status);
    other.respondWith((response) =>
      response.writeHead(200, { "Content-Type": "application/pdf" }).end(Buffer.from([0, 255])),
    );
    const { result } = await download();
    expect(result).toEqual({ data: Buffer.from([0, 255]), contentType: "application/pdf" });
    expect(sandbox().requests[0]?.headers.authorization).toMatch(/^Basic /);
    expect(other.requests).toMatchObject([
      { method: "GET", url: "/signed/report.pdf?signature=s1gnature" },
    ]);
    expect(other.requests[0]?.headers).not.toHaveProperty("authorization");
    expect(leaked(secrets(), other.requests)).toEqual([]);
  });

  it("an address in raw UTF-8 is followed as it is meant", async () => {
    const address = `${other.url}/Größe 日本.png?s=ä`;
    redirectTo(Buffer.from(address, "utf8").toString("latin1"));
    other.respondWith((response) => response.writeHead(200).end("x"));
    const { result } = await download();
    expect(result?.data.toString()).toBe("x");
    expect(other.requests[0]?.url).toBe("/Gr%C3%B6%C3%9Fe%20%E6%97%A5%E6%9C%AC.png?s=%C3%A4");
  });

  it.each([
    ["cut", (packed: Buffer) => packed.subarray(0, packed.length - 8)],
    ["cut in the middle", (packed: Buffer) => packed.subarray(0, packed.length / 2)],
    ["changed", (packed: Buffer) => Buffer.from(packed).fill(0, packed.length - 8)],
  ])("a compressed file that is %s is an error, and no part of it a file", async (_, spoil) => {
    redirectTo(`${other.url}/file`);
    const packed = gzipSync(randomBytes(50_000));
    other.respondWith((response) =>
      response.writeHead(200, { "Content-Encoding": "gzip" }).end(spoil(packed)),
    );
    const { result, error } = await download();
    expect(result).toBeUndefined();
    expect(error?.message).toContain("the answer was cut short");
    expect(other.requests).toHaveLength(4);
  });

  it("a file that Gorgias delivers itself needs no redirect", async () => {
    const headers = { "Content-Type": "text/plain" };
    sandbox().faults.add({ fault: { status: 200, headers, body: "the file" } });
    const { result } = await download();
    expect(result).toEqual({ data: Buffer.from("the file"), contentType: "text/plain" });
  });

  it("a file without a content type is bytes", async () => {
    redirectTo(`${other.url}/file`);
    other.respondWith((response) => response.writeHead(200).end("x"));
    const { result } = await download();
    expect(result?.contentType).toBe("application/octet-stream");
  });

  it("the storage may redirect in its turn, five times, still without credentials", async () => {
    redirectTo(`${other.url}/1`);
    other.respondWith((response, { url }) => {
      const next = Number(url.slice(1)) + 1;
      if (next <= 6) {
        response.writeHead(302, { Location: `/${next}` }).end();
      } else {
        response.writeHead(200).end("at last");
      }
    });
    const { result } = await download();
    expect(result?.data.toString()).toBe("at last");
    expect(other.requests.map(({ url }) => url)).toEqual(["/1", "/2", "/3", "/4", "/5", "/6"]);
    for (const { headers } of other.requests) {
      expect(headers).not.toHaveProperty("authorization");
    }
  });

  it("more redirects than that are an error", async () => {
    redirectTo(`${other.url}/1`);
    other.respondWith((response) => response.writeHead(302, { Location: "/1" }).end());
    const { error } = await download();
    expect(error).toMatchObject({ name: "GorgiasError", status: 302 });
    expect(error?.message).toBe(
      `The storage of Gorgias's files answered 302 to GET ${new URL(other.url).host}/1: it redirects, which is not followed`,
    );
    expect(other.requests).toHaveLength(6);
  });

  it.each([
    ["a file of this machine", "file:///etc/passwd"],
    ["data", "data:text/plain,x"],
    ["nothing", ""],
    ["what is no address", "http://[broken"],
  ])("a redirect to %s is an error", async (_, location) => {
    redirectTo(location);
    const { error } = await download();
    expect(error).toMatchObject({ name: "GorgiasError", status: 307 });
    expect(sandbox().requests).toHaveLength(1);
  });

  it.each([401, 403])("a %d of the storage is not the connection's fault", async (status) => {
    redirectTo(`${other.url}/signed?signature=s1gnature`);
    other.respondWith((response) =>
      response
        .writeHead(status, { "Content-Type": "application/xml" })
        .end("<Error>Expired</Error>"),
    );
    const { error, lines } = await download();
    expect(error).toMatchObject({ name: "GorgiasError", status });
    expect(error?.message).toBe(
      `The storage of Gorgias's files answered ${status} to GET ${new URL(other.url).host}/signed: ${STATUS_CODES[status]}`,
    );
    expect(leaked(["s1gnature"], error, lines)).toEqual([]);
    expect(other.requests).toHaveLength(1);
  });

  it("the storage is asked again where Gorgias would be, and no oftener", async () => {
    redirectTo(`${other.url}/file`);
    other.respondWith((response) => response.writeHead(503, { "Retry-After": "1" }).end());
    const { error } = await download();
    expect(error?.message).toContain("answered 503");
    expect(error?.message).toContain("after 4 attempts");
    expect(other.requests).toHaveLength(4);
    expect(sandbox().requests).toHaveLength(1);
  });

  it("the storage's own 429 is waited for", async () => {
    redirectTo(`${other.url}/file`);
    other.respondWith((response) =>
      other.requests.length === 1
        ? response.writeHead(429, { "Retry-After": "2" }).end()
        : response.writeHead(200).end("x"),
    );
    const { result } = await download();
    expect(result?.data.toString()).toBe("x");
    expect(other.requests).toHaveLength(2);
  });
});
