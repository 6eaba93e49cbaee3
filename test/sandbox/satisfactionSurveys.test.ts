import { ManualClock, useSandbox } from "../support/sandboxClient";

const clock = new ManualClock();
const { call } = useSandbox({ clock });
function create(survey: object = {}) {
  return call("POST", "/api/satisfaction-surveys", { customer_id: 1001, ticket_id: 1, ...survey });
}
async function events(id: number) {
  const filter = `object_type=SatisfactionSurvey&object_id=${id}&order_by=created_datetime:asc`;
  const { body } = await call("GET", `/api/events?${filter}`);
  return body.data.map(({ type }: { type: string }) => type);
}

it("stores a survey, and shows it with its ticket", async () => {
  const { status, body } = await create({ meta: { a: 1 } });
  expect([status, body]).toEqual([
    201,
    {
      id: 704,
      uri: "/api/satisfaction-surveys/704/",
      customer_id: 1001,
      ticket_id: 1,
      body_text: null,
      created_datetime: expect.any(String),
      meta: { a: 1 },
      score: null,
      scored_datetime: null,
      sent_datetime: null,
      should_send_datetime: null,
    },
  ]);
  expect((await call("GET", body.uri)).body).toEqual(body);
  expect((await call("GET", "/api/tickets/1")).body.satisfaction_survey).toEqual(body);
  expect(await events(body.id)).toEqual([]);
});

it("lists surveys, of one ticket if that is asked for", async () => {
  const ids = async (path: string) =>
    (await call("GET", path)).body.data.map(({ id }: { id: number }) => id);
  expect(await ids("/api/satisfaction-surveys?order_by=created_datetime:asc")).toEqual([
    701, 702, 703,
  ]);
  expect(await ids("/api/satisfaction-surveys?ticket_id=12")).toEqual([702]);
  expect(await ids("/api/satisfaction-surveys?ticket_id=999")).toEqual([]);
});

it.each([
  ["ticket_id", { ticket_id: 11 }, 409],
  ["ticket_id", { ticket_id: 999 }, 400],
  ["customer_id", { customer_id: 2 }, 400],
  ["score", { score: 6 }, 400],
  ["body_text", { body_text: "x".repeat(1001) }, 400],
  ["scored_datetime", { scored_datetime: "2026-13-01T00:00" }, 400],
])("refuses a wrong %s: %j", async (field, input, status) => {
  const answer = await create(input);
  expect([answer.status, Object.keys(answer.body.error.data)]).toEqual([status, [field]]);
});

it("refuses to move a survey to a ticket that has one", async () => {
  const { status } = await call("PUT", "/api/satisfaction-surveys/702", { ticket_id: 11 });
  expect(status).toBe(400);
  const own = await call("PUT", "/api/satisfaction-surveys/702", { ticket_id: 12 });
  expect(own.status).toBe(202);
});

describe("an answer", () => {
  const answer = (body: object) => call("PUT", "/api/satisfaction-surveys/702", body);

  it.each([
    ["a score", { score: 4 }, { score: 4, scored_datetime: expect.any(String) }],
    [
      "a score with its time",
      { score: 4, scored_datetime: "2026-01-02T03:04:05Z", body_text: "Fine" },
      { score: 4, body_text: "Fine", scored_datetime: "2026-01-02T03:04:05.000000+00:00" },
    ],
    [
      "a time alone",
      { scored_datetime: "2026-01-02T03:04" },
      { scored_datetime: "2026-01-02T03:04:00.000000+00:00" },
    ],
  ])("by %s writes satisfaction-survey-responded", async (_, input, expected) => {
    const { status, body } = await answer(input);
    expect([status, body]).toEqual([202, expect.objectContaining(expected)]);
    expect(await events(702)).toEqual(["satisfaction-survey-responded"]);
  });

  it("given twice is two events, taken back none", async () => {
    await answer({ score: 4 });
    await answer({ score: 4 });
    await answer({ score: 2 });
    const { body } = await answer({ score: null });
    expect(body).toMatchObject({ score: null, scored_datetime: null });
    expect(await events(702)).toEqual(new Array(2).fill("satisfaction-survey-responded"));
  });

  it("of a new survey counts too", async () => {
    const { body } = await create({ score: 5, sent_datetime: "2026-01-01T00:00" });
    expect(await events(body.id)).toEqual([
      "satisfaction-survey-sent",
      "satisfaction-survey-responded",
    ]);
  });
});

it("is sent when it is due by the clock", async () => {
  const should_send_datetime = new Date(clock.ms + 60_000).toISOString();
  const { uri, id } = (await create({ should_send_datetime })).body;
  clock.ms += 59_999;
  expect((await call("GET", uri)).body.sent_datetime).toBeNull();
  clock.ms += 1;
  const sent = (await call("GET", uri)).body.sent_datetime;
  expect(Date.parse(sent)).toBe(clock.ms);
  expect(await events(id)).toEqual(["satisfaction-survey-sent"]);
});
