import { createClient } from "../../src/client";
import { path } from "../../src/http/path";
import * as transport from "../../src/http/transport";
import {
  iteratePages,
  type ListInputs,
  listRecords,
  recordsOf,
  type Search,
} from "../../src/lists";
import { connectionTo, outcomeOf, useClock, useOrigin, useServer } from "../support/http";
import { apiKeyConnection, recordingLogger, useSandbox } from "../support/integration";

useClock({ isStill: true });

interface List {
  object?: string;
  uri?: string;
  data: { id: number; [field: string]: unknown }[];
  meta: { prev_cursor: string | null; next_cursor: string | null };
}

function idsOf(list: unknown) {
  return (list as List).data.map(({ id }) => id);
}
function down(from: number, to: number) {
  return Array.from({ length: from - to + 1 }, (_, index) => from - index);
}
function up(from: number, to: number) {
  return down(to, from).reverse();
}

describe("with the sandbox", () => {
  const sandbox = useSandbox({ tickets: 250, customers: 130 });
  const act = (action: string, inputs: Record<string, unknown>) =>
    outcomeOf(action, { connection: connectionTo(sandbox()), ...inputs });
  const ticket = (id: number) => {
    const found = sandbox().state.tickets.get(id);
    if (!found) {
      throw new Error(`There is no ticket ${id}.`);
    }
    return found;
  };
  /** The queries that were sent, as objects. */
  const queries = () =>
    sandbox().requests.map(({ query }) => Object.fromEntries(new URLSearchParams(query)));

  describe("a page", () => {
    it("is what Gorgias answers, cursors and all", async () => {
      const { data } = await act("listTickets", { fetchAll: false, limit: 3 });
      expect(data).toMatchObject({
        object: "list",
        uri: "/api/tickets?limit=3",
        meta: { prev_cursor: null, next_cursor: expect.any(String) },
      });
      expect(idsOf(data)).toEqual([250, 249, 248]);
      expect(queries()).toEqual([{ limit: "3" }]);
    });

    it("begins at the cursor that is given", async () => {
      const { data: first } = await act("listTickets", { fetchAll: false, limit: 3 });
      const cursor = (first as List).meta.next_cursor;
      const { data } = await act("listTickets", { fetchAll: false, limit: 3, cursor });
      expect(idsOf(data)).toEqual([247, 246, 245]);
      expect((data as List).meta.prev_cursor).toEqual(expect.any(String));
      expect(queries()[1]).toEqual({ limit: "3", cursor });
    });

    it("may be empty", async () => {
      const inputs = { fetchAll: false, external_id: "no-such-order" };
      const { data } = await act("listTickets", inputs);
      expect(data).toEqual({
        object: "list",
        uri: expect.stringMatching(/^\/api\/tickets\?/),
        data: [],
        meta: { prev_cursor: null, next_cursor: null, total_resources: null },
      });
    });

    it("of an expired cursor is the error that Gorgias answers, after one request", async () => {
      const { data: first } = await act("listTickets", { fetchAll: false, limit: 3 });
      sandbox().faults.add({ fault: { expireCursor: true } });
      const cursor = (first as List).meta.next_cursor;
      const { error } = await act("listTickets", { fetchAll: false, cursor });
      expect(error).toMatchObject({
        name: "GorgiasError",
        message: expect.stringMatching(
          /^Gorgias answered 400 to GET \/tickets: Invalid cursor \(cursor: expired\)$/,
        ),
        status: 400,
      });
      expect(sandbox().requests).toHaveLength(2);
    });
  });

  describe("Fetch All", () => {
    it("reads pages of 100 and gives every record once, in the order of the list", async () => {
      const { data } = await act("listTickets", { fetchAll: true });
      expect(idsOf(data)).toEqual(down(250, 1));
      expect(data).toMatchObject({
        object: "list",
        uri: "/api/tickets?limit=100",
        meta: { prev_cursor: null, next_cursor: null },
      });
      expect(queries()).toEqual([
        { limit: "100" },
        { limit: "100", cursor: expect.any(String) },
        { limit: "100", cursor: expect.any(String) },
      ]);
    });

    it("ignores Cursor and Limit", async () => {
      const inputs = { fetchAll: true, limit: 7, cursor: "not-a-cursor" };
      const { data } = await act("listTickets", inputs);
      expect(idsOf(data)).toHaveLength(250);
      expect(queries().map(({ limit }) => limit)).toEqual(["100", "100", "100"]);
      expect(queries()[0]).not.toHaveProperty("cursor");
      expect(queries().map(({ cursor }) => cursor)).not.toContain("not-a-cursor");
    });

    it("keeps the filters and the order on every page", async () => {
      const { tickets } = sandbox().state;
      const inTrash = "2025-06-01T00:00:00.000000+00:00";
      for (const id of up(1, 210)) {
        const trashed_datetime = id <= 5 ? inTrash : null;
        tickets.set(id, { ...ticket(id), external_id: "order 5 & 6", trashed_datetime });
      }
      const inputs = { external_id: "order 5 & 6", trashed: "false" };
      const order_by = "created_datetime:asc";
      const { data } = await act("listTickets", { fetchAll: true, order_by, ...inputs });
      expect(idsOf(data)).toEqual(up(6, 210));
      const same = { limit: "100", order_by, ...inputs };
      expect(queries()).toEqual([
        same,
        { ...same, cursor: expect.any(String) },
        { ...same, cursor: expect.any(String) },
      ]);
    });

    it("keeps a filter of several values on every page", async () => {
      const types = ["ticket-created", "ticket-message-created"];
      const { data } = await act("listEvents", { fetchAll: true, types });
      expect(idsOf(data).length).toBeGreaterThan(200);
      expect(sandbox().requests).toHaveLength(Math.ceil(idsOf(data).length / 100));
      for (const { query } of sandbox().requests) {
        expect(new URLSearchParams(query).getAll("types")).toEqual(types);
      }
    });

    it("keeps a filter that is an object on every page", async () => {
      const inputs = { fetchAll: true, created_datetime: '{"gte":"2020-01-01T00:00:00"}' };
      const { data } = await act("listEvents", inputs);
      expect(sandbox().requests.length).toBeGreaterThan(1);
      expect(idsOf(data)).toHaveLength(sandbox().state.events.size);
      for (const query of queries()) {
        expect(query).toMatchObject({ "created_datetime[gte]": "2020-01-01T00:00:00" });
      }
    });

    it.each([
      ["listCustomers", "/api/customers", 130, 2],
      ["listTickets", "/api/tickets", 250, 3],
    ])("%s: GET %s gives %d records in %d requests", async (action, url, records, requests) => {
      const { data } = await act(action, { fetchAll: true });
      expect(new Set(idsOf(data)).size).toBe(records);
      expect(idsOf(data)).toHaveLength(records);
      expect(sandbox().requests.map((request) => request.path)).toEqual(Array(requests).fill(url));
    });

    it("of 200 records needs two requests, not three", async () => {
      for (const id of up(1, 50)) {
        sandbox().state.tickets.delete(id);
      }
      const { data } = await act("listTickets", { fetchAll: true });
      expect(idsOf(data)).toEqual(down(250, 51));
      expect(sandbox().requests).toHaveLength(2);
    });

    it("of nothing is an empty envelope after one request", async () => {
      const { data } = await act("listTickets", { fetchAll: true, external_id: "no-such-order" });
      expect(data).toEqual({
        object: "list",
        uri: expect.stringMatching(/^\/api\/tickets\?/),
        data: [],
        meta: { prev_cursor: null, next_cursor: null, total_resources: null },
      });
      expect(sandbox().requests).toHaveLength(1);
    });

    it("goes on after a page that failed once, from that page", async () => {
      sandbox().faults.add({ path: "/api/tickets", skip: 1, fault: { truncate: true } });
      const { data } = await act("listTickets", { fetchAll: true });
      expect(idsOf(data)).toEqual(down(250, 1));
      const [, second, third] = queries();
      expect(third).toEqual(second);
      expect(sandbox().requests).toHaveLength(4);
    });

    it("ends with the error of a page that fails for good", async () => {
      sandbox().faults.add({ path: "/api/tickets", skip: 1, times: 9, fault: { status: 503 } });
      const { error } = await act("listTickets", { fetchAll: true });
      expect(error?.message).toBe(
        "Gorgias answered 503 to GET /tickets: Fault 503, after 4 attempts",
      );
      expect(sandbox().requests).toHaveLength(5);
    });

    /** Does something to the sandbox after its first response. */
    const afterFirstPage = (change: () => void) => {
      const { transmit } = transport;
      let responses = 0;
      jest.spyOn(transport, "transmit").mockImplementation(async (request) => {
        const response = await transmit(request);
        responses += 1;
        if (responses === 1) {
          change();
        }
        return response;
      });
    };
    const order_by = "updated_datetime:asc";
    const inOrder = () =>
      sandbox()
        .state.tickets.ordered("updated_datetime")
        .records.map(({ id }) => id);

    it("gives a record that moves while the list is read once, as it was read last", async () => {
      const [mover = 0, ...others] = inOrder();
      afterFirstPage(() =>
        sandbox().state.tickets.set(mover, {
          ...ticket(mover),
          subject: "Moved",
          updated_datetime: "2099-01-01T00:00:00.000000+00:00",
        }),
      );
      const { data } = await act("listTickets", { fetchAll: true, order_by });
      expect(idsOf(data)).toEqual([...others, mover]);
      expect((data as List).data.at(-1)).toMatchObject({ id: mover, subject: "Moved" });
    });

    it("misses no other record because of it", async () => {
      const before = inOrder();
      const movers = before.slice(0, 60);
      afterFirstPage(() => {
        for (const id of movers) {
          sandbox().state.tickets.set(id, {
            ...ticket(id),
            updated_datetime: `2099-01-01T00:00:00.${String(id).padStart(6, "0")}+00:00`,
          });
        }
      });
      const { data } = await act("listTickets", { fetchAll: true, order_by });
      expect(idsOf(data).sort((a, b) => a - b)).toEqual(up(1, 250));
    });

    it("gives a record that is created while the list is read at most once", async () => {
      const next = sandbox().state.tickets.nextId();
      afterFirstPage(() =>
        sandbox().state.tickets.set(next, {
          ...ticket(1),
          id: next,
          updated_datetime: "2099-01-01T00:00:00.000000+00:00",
        }),
      );
      const { data } = await act("listTickets", { fetchAll: true, order_by });
      expect(idsOf(data)).toHaveLength(251);
      expect(new Set(idsOf(data)).size).toBe(251);
    });

    describe("a cursor that expires while the list is read", () => {
      it("starts it again, once, without duplicates", async () => {
        sandbox().faults.add({ skip: 2, fault: { expireCursor: true } });
        const { data, lines } = await act("listTickets", { fetchAll: true });
        expect(idsOf(data)).toEqual(down(250, 1));
        expect(sandbox().requests.map(({ status }) => status)).toEqual([
          200, 200, 400, 200, 200, 200,
        ]);
        expect(queries()[3]).toEqual({ limit: "100" });
        expect(lines).toEqual([
          "warn: GET /tickets: a cursor expired, so the list is read again from its start.",
        ]);
      });

      it("may be answered 410 as well", async () => {
        sandbox().faults.add({ skip: 1, fault: { status: 410 } });
        const { data } = await act("listTickets", { fetchAll: true });
        expect(idsOf(data)).toEqual(down(250, 1));
        expect(sandbox().requests).toHaveLength(5);
      });

      it("twice is a clear error", async () => {
        sandbox().faults.add({ times: 9, fault: { expireCursor: true } });
        const { error } = await act("listTickets", { fetchAll: true });
        expect(error).toMatchObject({
          name: "GorgiasError",
          message: expect.stringMatching(
            /^Gorgias answered 400 to GET \/tickets: Invalid cursor \(cursor: expired\).* \(the cursor expired\)$/,
          ),
          status: 400,
          method: "GET",
          path: "/tickets",
          details: { cursor: ["expired"] },
        });
        expect(sandbox().requests.map(({ status }) => status)).toEqual([200, 400, 200, 400]);
      });

      it("is not what a refused filter is taken for", async () => {
        sandbox().faults.add({ times: 9, fault: { status: 400 } });
        const { error } = await act("listTickets", { fetchAll: true });
        expect(error?.message).toBe("Gorgias answered 400 to GET /tickets: Fault 400");
        expect(sandbox().requests).toHaveLength(1);
      });

      it.each([403, 404])("nor what a %d in the middle is taken for", async (status) => {
        sandbox().faults.add({ skip: 1, times: 9, fault: { status } });
        const { error } = await act("listTickets", { fetchAll: true });
        expect(error).toMatchObject({ status });
        expect(sandbox().requests).toHaveLength(2);
      });
    });
  });
});

describe("a list of more than a thousand records", () => {
  const sandbox = useSandbox({ tickets: 2_050, checkResponses: false });

  it("tells of its progress every ten pages", async () => {
    const { data, lines } = await outcomeOf("listTickets", {
      connection: connectionTo(sandbox()),
      fetchAll: true,
    });
    expect(idsOf(data)).toEqual(down(2_050, 1));
    expect(sandbox().requests).toHaveLength(21);
    expect(lines).toEqual([
      "info: GET /tickets: 1000 records so far, in 10 pages.",
      "info: GET /tickets: 2000 records so far, in 20 pages.",
    ]);
  });

  it("of nine pages tells nothing", async () => {
    for (const id of up(1, 1_150)) {
      sandbox().state.tickets.delete(id);
    }
    const { lines } = await outcomeOf("listTickets", {
      connection: connectionTo(sandbox()),
      fetchAll: true,
    });
    expect(sandbox().requests).toHaveLength(9);
    expect(lines).toEqual([]);
  });
});

describe("with whatever Gorgias may answer", () => {
  const server = useServer();
  useOrigin(() => server.url);
  const connection = apiKeyConnection({ username: "jane@example.com", apiKey: "key-0123456789" });
  const respondWith = (...bodies: unknown[]) =>
    server.respondWith((response) => {
      const body = bodies[Math.min(server.requests.length, bodies.length) - 1];
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    });
  const list = (inputs: ListInputs = {}) => {
    const client = createClient(connection, { logger: recordingLogger().logger as never });
    return listRecords<{ id?: number }>(client, path`/things`, inputs);
  };
  const WAYS: [string, ListInputs][] = [
    ["a page", { limit: 30 }],
    ["Fetch All", { fetchAll: true }],
  ];

  describe.each(WAYS)("%s", (_, inputs) => {
    it("of a bare array is an envelope without cursors", async () => {
      respondWith([{ id: 1 }, { id: 2 }]);
      expect(await list(inputs)).toEqual({
        object: "list",
        uri: "/api/things",
        data: [{ id: 1 }, { id: 2 }],
        meta: { prev_cursor: null, next_cursor: null },
      });
      expect(server.requests).toHaveLength(1);
    });

    it("of an envelope without meta has no cursors", async () => {
      respondWith({ data: [{ id: 1 }] });
      expect(await list(inputs)).toEqual({
        data: [{ id: 1 }],
        meta: { prev_cursor: null, next_cursor: null },
      });
    });

    it("keeps what else the envelope holds", async () => {
      respondWith({ object: "list", data: [], meta: { next_cursor: null, total_resources: 0 } });
      expect(await list(inputs)).toEqual({
        object: "list",
        data: [],
        meta: { prev_cursor: null, next_cursor: null, total_resources: 0 },
      });
    });

    it.each<[string, unknown]>([
      ["an object without data", { object: "list" }],
      ["data of null", { data: null }],
      ["data that is an object", { data: { id: 1 } }],
      ["data that is text", { data: "none" }],
      ["null", null],
      ["text", "none"],
      ["a number", 5],
      ["true", true],
    ])("of %s is a clear error", async (_what, body) => {
      respondWith(body);
      await expect(list(inputs)).rejects.toMatchObject({
        name: "GorgiasError",
        message: "Gorgias answered GET /things without a list of records",
        method: "GET",
        path: "/things",
      });
    });
  });

  it("a page without data in the middle of a list is a clear error", async () => {
    respondWith({ data: [{ id: 1 }], meta: { next_cursor: "b" } }, { meta: { next_cursor: "c" } });
    await expect(list({ fetchAll: true })).rejects.toThrow("without a list of records");
    expect(server.requests).toHaveLength(2);
  });

  it("a cursor that repeats is a clear error, and no endless loop", async () => {
    respondWith({ data: [{ id: 1 }], meta: { next_cursor: "again" } });
    await expect(list({ fetchAll: true })).rejects.toMatchObject({
      name: "PaginationError",
      message: "GET /things does not end: page 2 points back to an earlier page.",
    });
    expect(server.requests.map(({ url }) => url)).toEqual([
      "/api/things?limit=100",
      "/api/things?limit=100&cursor=again",
    ]);
  });

  it("empty pages that point on without end are a clear error", async () => {
    server.respondWith((response) => {
      const body = { data: [], meta: { next_cursor: `c${server.requests.length}` } };
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    });
    await expect(list({ fetchAll: true })).rejects.toMatchObject({ name: "PaginationError" });
    expect(server.requests).toHaveLength(11);
  });

  it("an empty cursor ends the list", async () => {
    respondWith({ data: [{ id: 1 }], meta: { next_cursor: "" } });
    const { data } = await list({ fetchAll: true });
    expect(data).toEqual([{ id: 1 }]);
    expect(server.requests).toHaveLength(1);
  });

  it("a cursor is sent to the letter", async () => {
    const next_cursor = "cHJldl9fNl9f+/= &?#é";
    respondWith({ data: [{ id: 1 }], meta: { next_cursor } }, { data: [{ id: 2 }], meta: {} });
    await list({ fetchAll: true });
    const sent = new URL(server.requests[1]?.url ?? "", server.url).searchParams;
    expect(sent.get("cursor")).toBe(next_cursor);
  });

  it("the envelope is the first page's", async () => {
    respondWith(
      { object: "list", uri: "/api/things", data: [{ id: 1 }], meta: { next_cursor: "b" } },
      { object: "other", uri: "/api/others", data: [{ id: 2 }], meta: {} },
    );
    expect(await list({ fetchAll: true })).toMatchObject({ object: "list", uri: "/api/things" });
  });

  it("an empty page that points on is not the end", async () => {
    respondWith({ data: [], meta: { next_cursor: "b" } }, { data: [{ id: 1 }], meta: {} });
    expect((await list({ fetchAll: true })).data).toEqual([{ id: 1 }]);
  });

  it("pages with numbers are read by their numbers", async () => {
    respondWith(
      { data: [{ id: 1 }], meta: { page: 1, nb_pages: 3 } },
      { data: [{ id: 2 }], meta: { page: 2, nb_pages: 3 } },
      { data: [{ id: 3 }], meta: { page: 3, nb_pages: 3 } },
    );
    expect((await list({ fetchAll: true })).data).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
    expect(server.requests.map(({ url }) => url)).toEqual([
      "/api/things?limit=100",
      "/api/things?limit=100&page=2",
      "/api/things?limit=100&page=3",
    ]);
  });

  it("a page number that is ignored is a clear error, and no endless loop", async () => {
    respondWith({ data: [{ id: 1 }], meta: { page: 1, nb_pages: 3 } });
    await expect(list({ fetchAll: true })).rejects.toThrow("GET /things does not end");
    expect(server.requests).toHaveLength(2);
  });

  it.each<[string, ListInputs, object, string[]]>([
    [
      "a page of more",
      { fetchAll: false, limit: 30 },
      { next_cursor: "b" },
      [
        "info: GET /things: there are more records than this page holds. Fetch All reads all of them.",
      ],
    ],
    [
      "a list without Fetch All that has more by a cursor",
      {},
      { next_cursor: "b" },
      ["warn: GET /things: Gorgias has more records than the one page that was read."],
    ],
    [
      "a list without Fetch All that has more by page numbers",
      {},
      { page: 1, nb_pages: 2 },
      ["warn: GET /things: Gorgias has more records than the one page that was read."],
    ],
    ["the last page", { fetchAll: false }, { next_cursor: null }, []],
    ["the only page", {}, { page: 1, nb_pages: 1 }, []],
  ])("%s says in the log whether there is more", async (_, inputs, meta, expected) => {
    respondWith({ data: [{ id: 1 }], meta });
    const { logger, lines } = recordingLogger();
    const client = createClient(connection, { logger: logger as never });
    await listRecords(client, path`/things`, inputs);
    expect(lines).toEqual(expected);
  });

  it("rows of statistics are never taken for one another, whatever they hold", async () => {
    const rows = [{ id: 1, tickets: 2 }, { id: 1, tickets: 3 }, { tickets: 3 }, { tickets: 3 }];
    respondWith({ data: rows, meta: { next_cursor: "b" } }, { data: rows, meta: {} });
    const client = createClient(connection, { logger: recordingLogger().logger as never });
    const list: Search = { path: path`/reporting/stats`, method: "POST", body: {} };
    const { data } = await listRecords(client, list, { fetchAll: true });
    expect(data).toEqual([...rows, ...rows]);
  });

  it("an id that is no number tells nothing of a record", async () => {
    respondWith({ data: [{ id: "a" }, { id: "a" }, { id: null }, { id: null }, { id: 1.5 }] });
    expect((await list({ fetchAll: true })).data).toHaveLength(5);
  });

  it("records without an id are all kept", async () => {
    respondWith({ data: [{ name: "a" }, { name: "a" }, null, null, "x", "x"] });
    expect((await list({ fetchAll: true })).data).toHaveLength(6);
  });

  it("of a record that comes twice the later reading stays, at its later place", async () => {
    respondWith(
      { data: [{ id: 1, v: "old" }, { id: 2 }], meta: { next_cursor: "b" } },
      { data: [{ id: 3 }, { id: 1, v: "new" }], meta: {} },
    );
    expect((await list({ fetchAll: true })).data).toEqual([
      { id: 2 },
      { id: 3 },
      { id: 1, v: "new" },
    ]);
  });

  it("an id of 0 is an id", async () => {
    respondWith({ data: [{ id: 0 }], meta: { next_cursor: "b" } }, { data: [{ id: 0 }], meta: {} });
    expect((await list({ fetchAll: true })).data).toEqual([{ id: 0 }]);
  });
});

describe("iteratePages", () => {
  const sandbox = useSandbox({ tickets: 150 });

  it("gives a page at a time, and reads none that nobody asks for", async () => {
    const client = createClient(connectionTo(sandbox()), {
      logger: recordingLogger().logger as never,
    });
    const pages = iteratePages<{ id: number }>(client, path`/tickets`, {
      order_by: "created_datetime:asc",
    });
    expect(sandbox().requests).toEqual([]);
    const { value: page } = await pages.next();
    expect(page?.records.map(({ id }) => id)).toEqual(up(1, 100));
    expect(sandbox().requests).toHaveLength(1);
    await pages.return(undefined);
    expect(sandbox().requests).toHaveLength(1);
  });
});

describe("recordsOf", () => {
  it.each<[string, unknown, unknown[]]>([
    ["an envelope", { data: [1, 2] }, [1, 2]],
    ["a bare array", [1, 2], [1, 2]],
    ["an envelope without data", { object: "list" }, []],
    ["data that is no list", { data: { id: 1 } }, []],
    ["undefined", undefined, []],
    ["null", null, []],
    ["text", "none", []],
  ])("%s", (_, response, expected) => {
    expect(recordsOf(response)).toEqual(expected);
  });
});
