import { ManualClock, useSandbox } from "../support/sandboxClient";

const { call } = useSandbox({ clock: new ManualClock(Date.UTC(2026, 0, 31)) });
type Row = Record<string, string | number>;
function period(from: string, to: string) {
  return [
    { member: "periodStart", operator: "afterDate", values: [from] },
    { member: "periodEnd", operator: "beforeDate", values: [to] },
  ];
}
const JANUARY = period("2026-01-01T00:00:00", "2026-01-31T00:00:00");
function ask(query: object, parameters = "") {
  return call("POST", `/api/reporting/stats${parameters}`, {
    query: { scope: "tickets-created", filters: JANUARY, timezone: "UTC", ...query },
  });
}
const daily = { time_dimensions: [{ dimension: "createdDatetime", granularity: "day" }] };

it("answers one row when nothing divides the numbers", async () => {
  const { status, body } = await ask({ measures: ["ticketCount"] });
  expect([status, body]).toEqual([
    200,
    {
      object: "list",
      uri: "/api/reporting/stats?",
      data: [{ ticketCount: expect.any(Number) }],
      meta: {
        scope: "tickets-created",
        prev_cursor: null,
        next_cursor: null,
        total: 1,
        offset: 0,
        limit: 30,
      },
    },
  ]);
  expect((await ask({})).body.data).toEqual([{ count: expect.any(Number) }]);
});

it("gives the same rows for the same query, and others for another scope", async () => {
  const rows = async (query: object) => (await ask({ ...daily, ...query })).body.data;
  expect(await rows({})).toEqual(await rows({}));
  expect(await rows({})).not.toEqual(await rows({ scope: "tickets-closed" }));
});

it.each([
  [
    "hour",
    "2026-01-01T00:30",
    "2026-01-01T02:30",
    ["2026-01-01T00", "2026-01-01T01", "2026-01-01T02"],
  ],
  ["day", "2026-02-27", "2026-03-02", ["2026-02-27", "2026-02-28", "2026-03-01"]],
  ["week", "2026-01-01", "2026-01-13", ["2025-12-29", "2026-01-05", "2026-01-12"]],
  ["month", "2026-01-31", "2026-03-01", ["2026-01-01", "2026-02-01"]],
])("divides a period by %s", async (granularity, from, to, expected) => {
  const time_dimensions = [{ dimension: "createdDatetime", granularity }];
  const { body } = await ask({ time_dimensions, filters: period(from, to) });
  const starts = body.data.map((row: Row) =>
    String(row.createdDatetime).slice(0, expected[0]?.length),
  );
  expect(starts).toEqual(expected);
});

it("takes the last 30 days for want of a period", async () => {
  expect((await ask({ ...daily, filters: [] }, "?limit=100")).body.data).toHaveLength(30);
  const filters = [{ member: "x", operator: "inDateRange", values: ["2026-01-01", "2026-01-03"] }];
  expect((await ask({ ...daily, filters })).body.data).toHaveLength(2);
});

it.each([
  ["agentId", [1, 2, 3, 4, 5]],
  ["teamId", [101, 102]],
  ["tagId", [201, 202, 203, 204, 205]],
  ["channel", ["email", "chat", "api"]],
  ["storeId", ["storeId-1", "storeId-2", "storeId-3"]],
])("knows the values of %s", async (dimension, expected) => {
  const { body } = await ask({ dimensions: [dimension] });
  expect(body.data.map((row: Row) => row[dimension])).toEqual(expected);
});

it("divides by ticket", async () => {
  expect((await ask({ dimensions: ["ticketId"] })).body.meta.total).toBe(25);
});

it("narrows dimensions by filters, and combines them", async () => {
  const filters = [...JANUARY, { member: "agentId", operator: "one-of", values: [2, "3"] }];
  const { body } = await ask({ dimensions: ["agentId", "channel"], filters });
  expect(body.data.map((row: Row) => [row.agentId, row.channel])).toEqual([
    [2, "email"],
    [2, "chat"],
    [2, "api"],
    [3, "email"],
    [3, "chat"],
    [3, "api"],
  ]);
});

it("orders the rows", async () => {
  const order = [
    ["channel", "asc"],
    ["count", "desc"],
  ];
  const { body } = await ask({ dimensions: ["agentId", "channel"], order });
  const sorted = [...body.data].sort(
    (a: Row, b: Row) =>
      String(a.channel).localeCompare(String(b.channel)) || Number(b.count) - Number(a.count),
  );
  expect(body.data).toEqual(sorted);
});

it("makes up numbers that the measures could have", async () => {
  const measures = ["automationRate", "averageSurveyScore", "medianResolutionTime", "ticketCount"];
  const { body } = await ask({ ...daily, measures });
  for (const row of body.data as Record<string, number>[]) {
    const [rate = -1, score = -1, time = -1, count = -1] = measures.map((name) => row[name]);
    expect(rate >= 0 && rate <= 1 && score >= 1 && score <= 5).toBe(true);
    expect(Number.isInteger(time) && time < 86_400 && Number.isInteger(count)).toBe(true);
  }
});

describe("pages", () => {
  const query = { ...daily, dimensions: ["agentId"] };

  it("hold up to 10,000 rows", async () => {
    const hourly = { time_dimensions: [{ dimension: "timestamp", granularity: "hour" }] };
    const filters = period("2025-01-02", "2026-01-02");
    const { body } = await ask({ ...hourly, dimensions: ["agentId"], filters }, "?limit=10000");
    expect([body.data.length, body.meta.total]).toEqual([10_000, 43_800]);
    expect((await ask({}, "?limit=10001")).status).toBe(400);
  });

  it("give every row once, by cursor", async () => {
    const whole = (await ask(query, "?limit=1000")).body;
    const rows: Row[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: { data: Row[]; meta: { next_cursor: string | null; offset: number } } = (
        await ask(query, `?limit=40${cursor && `&cursor=${cursor}`}`)
      ).body;
      expect(page.meta.offset).toBe(rows.length);
      rows.push(...page.data);
      cursor = page.meta.next_cursor;
    }
    expect(rows).toEqual(whole.data);
    expect(rows).toHaveLength(150);
  });

  it("of one query cannot be used for another", async () => {
    const cursor = (await ask(query)).body.meta.next_cursor;
    expect((await ask(daily, `?cursor=${cursor}`)).status).toBe(400);
  });
});

it.each([
  ["a time zone that does not exist", { timezone: "Mars/Base" }, "query.timezone"],
  [
    "a period of more than 366 days",
    { filters: period("2024-01-01", "2025-01-02") },
    "query.filters",
  ],
  [
    "a period that ends before it starts",
    { filters: period("2026-01-02", "2026-01-01") },
    "query.filters",
  ],
  ["a date that is none", { filters: period("soon", "2026-01-01") }, "query.filters"],
])("refuses %s", async (_, query, field) => {
  const { status, body } = await ask(query);
  expect([status, Object.keys(body.error.data)]).toEqual([400, expect.arrayContaining([field])]);
});

it("refuses to make up more than 100,000 rows", async () => {
  const time_dimensions = [{ dimension: "timestamp", granularity: "hour" }];
  const filters = period("2025-01-02", "2026-01-02");
  const { status } = await ask({ time_dimensions, filters, dimensions: ["agentId", "channel"] });
  expect(status).toBe(400);
});

it.each(["satisfaction", "overview/download"])("has no legacy statistics: %s", async (name) => {
  const { status, body } = await call("POST", `/api/stats/${name}`, { filters: {} });
  expect([status, body.error.msg]).toEqual([400, expect.stringContaining("does not exist")]);
});

it("has the legacy overview, as recorded", async () => {
  const { status, body } = await call("POST", "/api/stats/overview", { filters: {} });
  expect([status, body.data.data[0]]).toEqual([
    200,
    { name: "total_new_tickets", type: "number", value: 25, delta: 0 },
  ]);
});

describe("metric cards", () => {
  const slugs = async (query: string) =>
    (await call("GET", `/api/metric-cards${query}`)).body.data.map(
      ({ slug }: { slug: string }) => slug,
    );

  it.each([
    ["?category=satisfaction", ["average-csat"]],
    ["?category=satisfaction&include=deprecated", ["average-csat", "satisfaction-score"]],
    ["?status=deprecated", ["satisfaction-score"]],
    ["?status=published&q=CALLS", ["total-calls"]],
    ["?q=nothing", []],
  ])("%s", async (query, expected) => {
    expect(await slugs(query)).toEqual(expected);
  });

  it("name a query that the statistics answer", async () => {
    for (const slug of await slugs("?include=deprecated")) {
      const { body } = await call("GET", `/api/metric-cards/${slug}`);
      const { scope, measures, dimensions } = body.api;
      expect(body.slug).toBe(slug);
      expect((await ask({ scope, measures, dimensions })).status).toBe(200);
    }
  });
});
