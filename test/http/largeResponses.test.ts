import { NEW_TICKET, outcomeOf, useClock, useOrigin, useServer } from "../support/http";
import { apiKeyConnection } from "../support/integration";

const waits = useClock();
const server = useServer();
useOrigin(() => server.url);
const connection = apiKeyConnection({ username: "jane@example.com", apiKey: "key-0123456789" });

/** What Node's regular expressions, stacks or strings would run out at. */
const TEN_MEGABYTES: Record<string, unknown> = {
  text: "x".repeat(10_000_000),
  "quotes and backslashes": '\\"'.repeat(2_500_000),
  secrets: Array(60_000).fill({ password: "pa55-0123456789".repeat(9), token: [12345678] }),
  "a secret": { secret: "pa55-0123456789".repeat(700_000) },
};

describe.each([true, false])("with Debug Request %s", (debugRequest) => {
  it.each(Object.keys(TEN_MEGABYTES))(
    "a create of 10 MB of %s is performed and told as that",
    async (name) => {
      const large = TEN_MEGABYTES[name];
      server.respondWith((response, { body }) =>
        response
          .writeHead(201, { "Content-Type": "application/json" })
          .end(JSON.stringify({ id: 7, meta: JSON.parse(body).meta })),
      );
      const { data, error, lines } = await outcomeOf("createTicket", {
        connection,
        ...NEW_TICKET,
        meta: { large },
        debugRequest,
      });
      expect(error).toBeUndefined();
      expect(JSON.stringify(data) === JSON.stringify({ id: 7, meta: { large } })).toBe(true);
      expect(server.requests).toHaveLength(1);
      expect(waits).toEqual([]);
      const log = lines.join("\n");
      expect(log.length).toBeLessThan(100_000);
      expect(log).not.toContain("pa55-0123456789");
      expect(lines.some((line) => line.startsWith("debug: Gorgias answer"))).toBe(debugRequest);
    },
  );
});

describe("a whole number beyond 2^53 in a response keeps every digit", () => {
  const BIG = "12345678901234567890";
  const exact = { id: 7, external: BIG, in: [BIG, 5, `${BIG} in text`] };
  const written = `{"id": 7, "external": ${BIG}, "in": [${BIG}, 5, "${BIG} in text"]}`;
  const answerWith = (body: string) =>
    server.respondWith((response) =>
      response.writeHead(200, { "Content-Type": "application/json; charset=utf-8" }).end(body),
    );

  it.each<[string, Record<string, unknown>]>([
    ["getTicket", { id: 7 }],
    ["updateTicket", { id: 7, subject: "x" }],
    ["rawRequest", { method: "GET", url: "/tickets/7" }],
  ])("of %s", async (action, inputs) => {
    answerWith(written);
    expect((await outcomeOf(action, { connection, ...inputs })).data).toEqual(exact);
  });

  it.each([false, true])("of a list (Fetch All: %s)", async (fetchAll) => {
    answerWith(`{"data": [${written}], "meta": {"next_cursor": null}}`);
    const { data } = await outcomeOf("listTickets", { connection, fetchAll });
    expect((data as { data: unknown[] }).data).toEqual([exact]);
  });
});
