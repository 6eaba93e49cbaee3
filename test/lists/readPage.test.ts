import type { GorgiasClient } from "../../src/client";
import { GorgiasError } from "../../src/http/errors";
import type { ApiPath } from "../../src/http/path";
import { ExpiredCursorError, type List, readPage } from "../../src/lists";
import type { Search } from "../../src/lists/list";

const TICKETS = "/tickets" as ApiPath;
const SEARCH: Search = { path: "/search" as ApiPath, method: "POST", body: { type: "agent" } };
const ENVELOPE = { object: "list", uri: "/api/tickets", data: [{ id: 1 }], meta: {} };

function clientOf(data: unknown, headers: Record<string, string> = {}) {
  const send = jest.fn(async () => ({ data, status: 200, headers }));
  return { send, client: { send } as unknown as GorgiasClient };
}

async function errorOf(failure: unknown, cursor: string | undefined): Promise<unknown> {
  const client = { send: () => Promise.reject(failure) } as unknown as GorgiasClient;
  return readPage(client, TICKETS, {}, { cursor }).catch((error) => error);
}

function refusal(status: number | undefined, message: string, details?: unknown): GorgiasError {
  return new GorgiasError(message, { method: "GET", path: "/tickets", status, details });
}

describe("a request for a page", () => {
  it("of a list is a GET", async () => {
    const { client, send } = clientOf(ENVELOPE);
    await readPage(client, TICKETS, { limit: 100 }, { cursor: "abc" });
    expect(send).toHaveBeenCalledWith({
      method: "GET",
      path: "/tickets",
      query: "limit=100&cursor=abc",
      expect: "json",
      effect: "none",
    });
  });

  it("of a search has its body, and changes nothing", async () => {
    const { client, send } = clientOf(ENVELOPE);
    await readPage(client, SEARCH, { limit: 50 });
    expect(send).toHaveBeenCalledWith({
      method: "POST",
      path: "/search",
      query: "limit=50",
      body: '{"type":"agent"}',
      contentType: "application/json",
      expect: "json",
      effect: "none",
    });
  });
});

describe("a page", () => {
  it("has its records, its moment and where the next one begins", async () => {
    const data = { ...ENVELOPE, meta: { next_cursor: "abc" } };
    const { client } = clientOf(data, { date: "Thu, 01 Jan 2026 00:00:00 GMT" });
    expect(await readPage(client, TICKETS, {})).toEqual({
      records: [{ id: 1 }],
      envelope: { ...data, meta: { prev_cursor: null, next_cursor: "abc" } },
      date: "Thu, 01 Jan 2026 00:00:00 GMT",
      next: { cursor: "abc" },
      isRateLimited: false,
    });
  });

  it.each([
    ["35/40", false],
    ["36/40", true],
    ["40/40", true],
    ["71/80", false],
    ["72/80", true],
    ["no limit", false],
    [undefined, false],
  ])("of a bucket at %s tells whether it is nearly full: %s", async (limit, expected) => {
    const headers = limit === undefined ? {} : { "x-gorgias-account-api-call-limit": limit };
    const { client } = clientOf(ENVELOPE, headers as Record<string, string>);
    expect((await readPage(client, TICKETS, {})).isRateLimited).toBe(expected);
  });

  it.each<[List, string, string]>([
    [TICKETS, "GET", "/tickets"],
    [SEARCH, "POST", "/search"],
  ])("without records is an error with the request's id: %j", async (list, method, path) => {
    const { client } = clientOf({ data: null }, { "x-request-id": "req-1" });
    const message = `Gorgias answered ${method} ${path} without a list of records (request ID req-1)`;
    await expect(readPage(client, list, {})).rejects.toMatchObject({
      message,
      method,
      path,
      requestId: "req-1",
    });
    const { client: nameless } = clientOf(null);
    await expect(readPage(nameless, list, {})).rejects.toMatchObject({
      message: `Gorgias answered ${method} ${path} without a list of records`,
      requestId: undefined,
    });
  });
});

describe("a cursor has expired", () => {
  it.each([
    refusal(410, "Gone."),
    refusal(400, "Invalid cursor."),
    refusal(400, "Invalid request.", { cursor: ["Unknown."] }),
  ])("where Gorgias says so: %s", async (failure) => {
    const error = (await errorOf(failure, "abc")) as ExpiredCursorError;
    expect(error).toBeInstanceOf(ExpiredCursorError);
    const said = failure.message.replace(/\.$/, "");
    expect(error.message).toBe(`${said} (the cursor expired)`);
    expect(error.status).toBe(failure.status);
  });

  it.each([
    [refusal(400, "Invalid view."), "abc"],
    [refusal(404, "No cursor."), "abc"],
    [refusal(undefined, "No cursor."), "abc"],
    [refusal(410, "Gone."), undefined],
    [Object.assign(new Error("Invalid cursor."), { status: 400 }), "abc"],
  ])(
    "but not where it says something else, or none was given: %s at %s",
    async (failure, cursor) => {
      expect(await errorOf(failure, cursor)).toBe(failure);
    },
  );
});
