/** Fetch All, which the four list actions have in common. */
import type { Fault } from "../../sandbox/faults";
import { actions, type Sent, useActions } from "../support/actions";
import { useClock, withoutRequestId } from "../support/http";

useClock({ isStill: true });
const { act, ask, fail, lines, sandbox, sent } = useActions({ tickets: 250, customers: 230 });

interface Envelope {
  object?: string;
  uri?: string;
  data: { id: number }[];
  meta: { prev_cursor: string | null; next_cursor: string | null };
}

const LISTS: {
  action: string;
  path: string;
  /** Kept on every page, the order included. */
  filters: Record<string, unknown>;
  query: string[];
  /** Records that match. */
  count: () => number;
  /** Requests beside those of the pages: an order that moves is looked at twice. */
  looks?: number;
}[] = [
  {
    action: "listTickets",
    path: "/api/tickets",
    filters: { order_by: "updated_datetime:asc", view_id: "503", trashed: "true" },
    query: ["order_by=updated_datetime:asc", "view_id=503", "trashed=true"],
    count: () => sandbox().state.tickets.size,
  },
  {
    action: "listCustomers",
    path: "/api/customers",
    filters: { order_by: "updated_datetime:desc", channel_type: "email" },
    query: ["order_by=updated_datetime:desc", "channel_type=email"],
    count: () => sandbox().state.customers.size,
    looks: 1,
  },
  {
    action: "listMessages",
    path: "/api/messages",
    filters: { order_by: "created_datetime:asc" },
    query: ["order_by=created_datetime:asc"],
    count: () => sandbox().state.messages.size,
  },
  {
    action: "listEvents",
    path: "/api/events",
    filters: {
      created_datetime: { gte: "2025-01-01T00:00:00", lt: "2099-01-01T00:00:00" },
      order_by: "created_datetime:desc",
      types: ["ticket-created", "ticket-closed"],
    },
    query: [
      "created_datetime[gte]=2025-01-01T00:00:00",
      "created_datetime[lt]=2099-01-01T00:00:00",
      "order_by=created_datetime:desc",
      "types=ticket-created",
      "types=ticket-closed",
    ],
    count: () =>
      [...sandbox().state.events.values()].filter(({ type }) =>
        ["ticket-created", "ticket-closed"].includes(type),
      ).length,
  },
];

/** All ids, read past the component in pages of the sandbox's own choice. */
async function idsOf(path: string, query: string[]): Promise<number[]> {
  const ids: number[] = [];
  let cursor: string | null = null;
  do {
    const parameters = new URLSearchParams(
      query.map((pair) => pair.split("=", 2) as [string, string]),
    );
    if (cursor) {
      parameters.set("cursor", cursor);
    }
    const page = (await ask(`${path}?${parameters}`)) as Envelope;
    ids.push(...page.data.map(({ id }) => id));
    cursor = page.meta.next_cursor;
  } while (cursor);
  return ids;
}

function withoutCursor({ query, ...request }: Sent) {
  return {
    ...request,
    query: query.filter((pair) => !pair.startsWith("cursor=")),
  };
}
function cursorsOf(requests: Sent[]) {
  return requests.map(({ query }) => query.find((pair) => pair.startsWith("cursor=")));
}

it("is offered by the four lists", () => {
  const offering = Object.values(actions).filter(({ inputs }) =>
    inputs.some(({ key }) => key === "fetchAll"),
  );
  expect(offering.map(({ key }) => key).sort()).toEqual(LISTS.map(({ action }) => action).sort());
});

describe.each(LISTS)(
  "$action with Fetch All",
  ({ action, path, filters, query, count, looks = 0 }) => {
    it("reads pages of 100, ignores cursor and limit, and keeps filters and order on every page", async () => {
      const total = count();
      await act(action, { ...filters, fetchAll: "true", cursor: "ignored", limit: "7" });
      const requests = sent();
      expect(total).toBeGreaterThan(200);
      expect(requests).toHaveLength(Math.ceil(total / 100) + looks);
      expect(requests.map(withoutCursor)).toEqual(
        Array(requests.length).fill({ method: "GET", path, query: [...query, "limit=100"] }),
      );
      const cursors = cursorsOf(requests);
      expect(cursors.filter((cursor) => cursor === undefined)).toHaveLength(1 + looks);
      expect(cursors[0]).toBeUndefined();
      expect(new Set(cursors).size).toBe(requests.length - looks);
    });

    it("returns one envelope with every record once, in order, cursors null", async () => {
      const total = count();
      const { data } = await act(action, { ...filters, fetchAll: true });
      const envelope = data as Envelope;
      expect(envelope).toEqual({
        object: "list",
        uri: expect.stringContaining(`${path}?`),
        data: expect.any(Array),
        meta: expect.objectContaining({ prev_cursor: null, next_cursor: null }),
      });
      const ids = envelope.data.map(({ id }) => id);
      expect(ids).toHaveLength(total);
      expect(ids).toEqual(await idsOf(path, query));
    });

    it("starts again, once, when a cursor expires, and has no record twice", async () => {
      const total = count();
      sandbox().faults.add({ path, skip: 1, fault: { expireCursor: true } });
      const { data } = await act(action, { ...filters, fetchAll: true });
      expect((data as Envelope).data).toHaveLength(total);
      expect(new Set((data as Envelope).data.map(({ id }) => id)).size).toBe(total);
      expect(sandbox().requests.map(({ status }) => status)).toEqual([
        200,
        400,
        ...Array(Math.ceil(total / 100) + looks).fill(200),
      ]);
      expect(cursorsOf(sent()).slice(0, 3)).toEqual([undefined, expect.any(String), undefined]);
      expect(lines()).toEqual([
        `warn: GET ${path.slice("/api".length)}: a cursor expired, so the list is read again from its start.`,
      ]);
    });
  },
);

describe("without Fetch All", () => {
  it.each(LISTS)("$action reads one page", async ({ action, path, filters, query }) => {
    const { data } = await act(action, { ...filters, limit: "20", fetchAll: "false" });
    expect(sent()).toEqual([{ method: "GET", path, query: [...query, "limit=20"] }]);
    expect((data as Envelope).data).toHaveLength(20);
    expect((data as Envelope).meta.next_cursor).toEqual(expect.any(String));
  });
});

describe("a list that is not as it should be", () => {
  const PATH = "/api/tickets";
  const page = (data: unknown, next_cursor: string | null = null) => ({
    object: "list",
    uri: PATH,
    data,
    meta: { prev_cursor: null, next_cursor },
  });
  const script = (...bodies: unknown[]) => {
    for (const body of bodies) {
      sandbox().faults.add({ path: PATH, fault: { status: 200, body } });
    }
  };
  const fetchAll = () => act("listTickets", { fetchAll: true });
  const failToFetchAll = () => fail("listTickets", { fetchAll: true });

  it("gives the later reading of a record that moved while the list is read, where it is now", async () => {
    script(
      page([{ id: 1, subject: "before" }, { id: 2 }], "c1"),
      page([{ id: 3 }, { id: 1, subject: "after" }]),
    );
    expect((await fetchAll()).data).toEqual(
      page([{ id: 2 }, { id: 3 }, { id: 1, subject: "after" }]),
    );
  });

  it("keeps records without an id", async () => {
    script(page([{ name: "a" }, { name: "a" }, null]));
    expect((await fetchAll()).data).toEqual(page([{ name: "a" }, { name: "a" }, null]));
  });

  it("may be a bare list", async () => {
    script([{ id: 1 }], [{ id: 1 }]);
    expect((await fetchAll()).data).toEqual(page([{ id: 1 }]));
    expect((await act("listTickets")).data).toEqual(page([{ id: 1 }]));
  });

  it("may be empty", async () => {
    script(page([]));
    expect((await fetchAll()).data).toEqual(page([]));
  });

  it("may lack its meta", async () => {
    script({ data: [{ id: 1 }] }, { data: [{ id: 1 }] });
    const meta = { prev_cursor: null, next_cursor: null };
    expect((await fetchAll()).data).toEqual({ data: [{ id: 1 }], meta });
    expect((await act("listTickets")).data).toEqual({ data: [{ id: 1 }], meta });
  });

  it.each([{}, { data: null }, { data: {} }, "records", null, 5])(
    "whose page is %j is a clear error, also without Fetch All",
    async (body) => {
      const text = JSON.stringify(body);
      const headers = { "Content-Type": "application/json" };
      for (let times = 0; times < 2; times += 1) {
        sandbox().faults.add({ path: PATH, fault: { status: 200, headers, body: text } });
      }
      for (const error of [await failToFetchAll(), await fail("listTickets")]) {
        expect([error.name, withoutRequestId(error).message]).toEqual([
          "GorgiasError",
          "Gorgias answered GET /tickets without a list of records",
        ]);
      }
    },
  );

  it("whose second page is not there is a clear error", async () => {
    script(page([{ id: 1 }], "c1"), {});
    expect(withoutRequestId(await failToFetchAll()).message).toBe(
      "Gorgias answered GET /tickets without a list of records",
    );
    expect(sent()).toHaveLength(2);
  });

  it.each<[what: string, cursors: string[]]>([
    ["to itself", ["c1", "c1"]],
    ["back", ["c1", "c2", "c1"]],
  ])("whose page points %s is a clear error, not a loop", async (_, cursors) => {
    script(...cursors.map((cursor, index) => page([{ id: index }], cursor)));
    const error = await failToFetchAll();
    expect([error.name, withoutRequestId(error).message]).toEqual([
      "PaginationError",
      `GET /tickets does not end: page ${cursors.length} points back to an earlier page.`,
    ]);
    expect(sent()).toHaveLength(cursors.length);
  });

  it("of empty pages that point on is a clear error, not a loop", async () => {
    script(...Array.from({ length: 50 }, (_, index) => page([], `c${index}`)));
    const error = await failToFetchAll();
    expect([error.name, withoutRequestId(error).message]).toEqual([
      "PaginationError",
      expect.stringMatching(
        /^GET \/tickets does not end: page 11 points on, again without records\.$/,
      ),
    ]);
    expect(sent()).toHaveLength(11);
  });

  it("may have an empty page in its middle", async () => {
    script(page([{ id: 1 }], "c1"), page([], "c2"), page([{ id: 2 }]));
    expect((await fetchAll()).data).toEqual(page([{ id: 1 }, { id: 2 }]));
  });

  it.each<[number, Fault]>([
    [400, { expireCursor: true }],
    [410, { status: 410 }],
  ])("whose cursor expires twice (%d) is a clear error", async (status, fault) => {
    sandbox().faults.add({ path: PATH, skip: 1, fault });
    sandbox().faults.add({ path: PATH, skip: 2, fault });
    const error = await failToFetchAll();
    expect(error).toMatchObject({ name: "GorgiasError", status });
    expect(error.message).toMatch(/\(the cursor expired\)$/);
    expect(sent()).toHaveLength(4);
  });

  it("that is refused in its middle for another reason than the cursor is not read again", async () => {
    const body = { error: { msg: "Invalid data.", data: { view_id: ["No such view."] } } };
    sandbox().faults.add({ path: PATH, skip: 1, fault: { status: 400, body } });
    expect((await failToFetchAll()).message).toMatch(
      /^Gorgias answered 400 to GET \/tickets: Invalid data \(view_id: No such view\.\) \(request ID \w+\)/,
    );
    expect(sent()).toHaveLength(2);
  });

  it("whose filters are refused is not read again", async () => {
    sandbox().faults.add({ path: PATH, fault: { status: 400 } });
    const error = await failToFetchAll();
    expect(error).toMatchObject({ name: "GorgiasError", status: 400 });
    expect(error.message).not.toContain("cursor");
    expect(sent()).toHaveLength(1);
  });
});

describe("a long list", () => {
  it("tells of its progress every 10 pages", async () => {
    const script = Array.from({ length: 25 }, (_, index) => ({
      object: "list",
      uri: "/api/tickets",
      data: Array.from({ length: 100 }, (_record, position) => ({ id: index * 100 + position })),
      meta: { prev_cursor: null, next_cursor: index < 24 ? `c${index}` : null },
    }));
    for (const body of script) {
      sandbox().faults.add({ path: "/api/tickets", fault: { status: 200, body } });
    }
    const { data } = await act("listTickets", { fetchAll: true });
    expect((data as Envelope).data).toHaveLength(2_500);
    expect(lines()).toEqual([
      "info: GET /tickets: 1000 records so far, in 10 pages.",
      "info: GET /tickets: 2000 records so far, in 20 pages.",
    ]);
  });
});
