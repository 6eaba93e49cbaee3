import { createServer } from "node:http";
import type { Fault } from "gorgias-sandbox";
import { createClient } from "../../src/client";
import { clock } from "../../src/clock";
import * as transport from "../../src/http/transport";
import {
  closedPort,
  connectionTo,
  type Ending,
  NEW_NOTE,
  NEW_TICKET,
  outcomeOf,
  traffic,
  useClock,
  useServer,
  withoutRequestId,
} from "../support/http";
import { recordingLogger, useSandbox } from "../support/integration";

const waits = useClock();
/** The sandbox's own time: years from this machine's, so that the two cannot be taken for another. */
const SERVER_TIME = Date.UTC(2031, 4, 6, 7, 8, 9);
const sandbox = useSandbox({ tickets: 5, clock: { now: () => SERVER_TIME } });

function connection() {
  return connectionTo(sandbox());
}
function act(action: string, inputs: Record<string, unknown> = {}): Promise<Ending> {
  return outcomeOf(action, { connection: connection(), ...inputs });
}
function goWrong(fault: Fault, times: number, rule = {}) {
  return sandbox().faults.add({ fault, times, ...rule });
}

const READ: [string, () => Promise<Ending>] = ["GET", () => act("getTicket", { id: 1 })];
const UPDATE: [string, () => Promise<Ending>] = [
  "PUT",
  () => act("updateTicket", { id: 1, subject: "Changed" }),
];
const DELETE: [string, () => Promise<Ending>] = ["DELETE", () => act("deleteTicket", { id: 1 })];
const CREATE: [string, () => Promise<Ending>] = ["POST", () => act("createTicket", NEW_TICKET)];

const LOSSES: [string, Fault, string][] = [
  ["a reset before", { reset: "before" }, "the connection was lost (ECONNRESET)"],
  ["a reset after", { reset: "after" }, "the connection was lost (ECONNRESET)"],
];
const CUTS: [string, Fault, string][] = [
  ["a truncated answer", { truncate: true }, "the connection was lost (ECONNRESET)"],
  ["half of the JSON", { truncate: "json" }, "the answer was cut short"],
];
const STATUSES: [string, Fault, string][] = [500, 502, 503, 504].map((status) => [
  `${status}`,
  { status },
  `Fault ${status}`,
]);

describe.each([
  [...READ, [...LOSSES, ...CUTS, ...STATUSES]],
  [...UPDATE, [...LOSSES, ...CUTS, ...STATUSES]],
  // The response to a DELETE has no body that could be cut.
  [...DELETE, [LOSSES[0], ...STATUSES]],
] as [string, () => Promise<Ending>, [string, Fault, string][]][])(
  "%s",
  (method, run, failures) => {
    it.each(failures)("succeeds at the fourth attempt after three times %s", async (_, fault) => {
      goWrong(fault, 3);
      const { data, error } = await run();
      expect(error).toBeUndefined();
      expect(data).toBeDefined();
      expect(sandbox().requests).toHaveLength(4);
      expect(waits).toEqual([375, 750, 1_500]);
    });

    it.each(failures)("fails after four times %s", async (_, fault, problem) => {
      goWrong(fault, 9);
      const { error, lines } = await run();
      const status = "status" in fault ? fault.status : undefined;
      const answered = status ? `Gorgias answered ${status} to` : "Gorgias did not answer";
      expect(error).toMatchObject({
        name: "GorgiasError",
        message: `${answered} ${method} /tickets/1: ${problem}, after 4 attempts`,
        method,
        path: "/tickets/1",
        status,
      });
      expect(sandbox().requests).toHaveLength(4);
      expect(lines).toEqual(
        ["2 follows in 0.4 s", "3 follows in 0.8 s", "4 follows in 1.5 s"].map(
          (what) => `warn: ${method} /tickets/1: ${problem}; attempt ${what}.`,
        ),
      );
    });
  },
);

describe("POST is sent once, and its error says that it may have been performed", () => {
  const failures = [...LOSSES, ...STATUSES];
  const advice = "look with List Tickets (External ID, or newest first) before you run this again";

  it.each(failures)("after %s", async (_, fault, problem) => {
    goWrong(fault, 9);
    const { error, lines } = await act("createTicket", NEW_TICKET);
    const status = "status" in fault ? fault.status : undefined;
    const answered = status ? `Gorgias answered ${status} to` : "Gorgias did not answer";
    expect(error).toMatchObject({
      name: "GorgiasError",
      message: `${answered} POST /tickets: ${problem}. The ticket may have been created all the same, and it was not sent again: ${advice}`,
      status,
    });
    expect(sandbox().requests).toHaveLength(1);
    expect(waits).toEqual([]);
    expect(lines).toEqual([]);
  });

  it.each(CUTS)("after %s, which says that it was performed", async (_, fault, problem) => {
    goWrong(fault, 9);
    const { error } = await act("createTicket", NEW_TICKET);
    expect(error).toMatchObject({
      message: `Gorgias answered 201 to POST /tickets: ${problem}. The ticket was created, and it was not sent again: ${advice}`,
      status: 201,
    });
    expect(sandbox().requests).toHaveLength(1);
  });

  it.each([
    ["a ticket", "createTicket", NEW_TICKET, "ticket"],
    ["a message", "createTicketMessage", { ticket_id: 1, ...NEW_NOTE }, "message"],
    [
      "a customer",
      "createCustomer",
      { name: "Ann", channels: [{ type: "email", address: "ann@example.com" }] },
      "customer",
    ],
    ["a file", "uploadFiles", { file: Buffer.from("x"), file_name: "x.txt" }, "file"],
  ])("names %s", async (_, action, inputs, what) => {
    goWrong({ reset: "after" }, 9);
    const { error } = await act(action, inputs);
    expect(error?.message).toContain(
      `. The ${what} may have been created all the same, and it was not sent again: `,
    );
    expect(sandbox().requests).toHaveLength(1);
  });

  it("but a search, which changes nothing, rides out a 502", async () => {
    goWrong({ status: 502 }, 1);
    const { error } = await act("search", { type: "customer", query: "x", size: 5 });
    expect(error).toBeUndefined();
    expect(traffic(sandbox())).toEqual(["POST /api/search 502", "POST /api/search 201"]);
  });

  it.each(["before", "after"] as const)(
    "a reset %s: the sandbox holds the ticket once, or not at all",
    async (reset) => {
      const before = sandbox().state.tickets.size;
      goWrong({ reset }, 9);
      await act("createTicket", NEW_TICKET);
      expect(sandbox().state.tickets.size - before).toBe(reset === "after" ? 1 : 0);
    },
  );
});

describe("a merge is sent once, whatever the method and the retry inputs", () => {
  const ways: [string, string, () => Promise<Ending>][] = [
    "/customers/merge",
    "/tags/1/merge",
  ].flatMap((url) => [
    [
      "Raw Request",
      url,
      () =>
        act("rawRequest", {
          method: "PUT",
          url,
          data: "{}",
          maxRetries: 3,
          retryAllErrors: true,
        }),
    ],
    [
      "the client",
      url,
      async () => {
        const { logger, lines } = recordingLogger();
        const client = createClient(connection(), { logger });
        const merging =
          url === "/tags/1/merge"
            ? client.request("PUT /tags/{destination_tag_id}/merge", {
                destination_tag_id: 1,
                source_tags_ids: [2],
              })
            : client.request("PUT /customers/merge", { source_id: 1001, target_id: 1002 });
        return merging.then(
          (data) => ({ data, lines }),
          (error) => ({ error: withoutRequestId(error), lines }),
        );
      },
    ],
  ]);

  // Whatever the sandbox makes of the merge itself, the response to it is a success cut short.
  const CUT: Fault = {
    status: 200,
    headers: { "Content-Type": "application/json" },
    body: '{"id": 1002, "na',
  };

  describe.each(ways)("%s: PUT %s", (_, url, merge) => {
    it.each([...LOSSES, ...STATUSES])("after %s", async (_what, fault) => {
      goWrong(fault, 9);
      const { error } = await merge();
      expect(error?.message).toContain(`PUT ${url}: `);
      expect(error?.message).toContain(
        ". It may have been performed all the same, and it was not sent again: look in Gorgias before you run this again",
      );
      expect(sandbox().requests).toHaveLength(1);
      expect(waits).toEqual([]);
    });

    it("after half of the JSON, which says that it was performed", async () => {
      goWrong(CUT, 9);
      const { error } = await merge();
      expect(error).toMatchObject({
        status: 200,
        message: `Gorgias answered 200 to PUT ${url}: the answer was cut short. It was performed, and it was not sent again: look in Gorgias before you run this again`,
      });
      expect(sandbox().requests).toHaveLength(1);
    });

    it("is sent again after a 429", async () => {
      goWrong({ status: 429, headers: { "Retry-After": "2" } }, 1);
      goWrong({ status: 202, body: { id: 1 } }, 1);
      const { error } = await merge();
      expect(error).toBeUndefined();
      expect(sandbox().requests).toHaveLength(2);
    });
  });
});

describe("a request that cannot have left this machine is repeated, a POST too", () => {
  let port: number;
  beforeEach(async () => {
    port = await closedPort();
    process.env.GORGIAS_SANDBOX_URL = `http://127.0.0.1:${port}`;
  });
  afterEach(() => {
    process.env.GORGIAS_SANDBOX_URL = sandbox().url;
  });

  const expectFourAttempts = async (_: string, run: () => Promise<Ending>) => {
    const { error } = await run();
    expect(error?.name).toBe("GorgiasError");
    expect(error?.message).toMatch(
      /^Gorgias did not answer \w+ \/tickets(\/1)?: the connection was refused \(ECONNREFUSED\), after 4 attempts$/,
    );
    expect(waits).toEqual([375, 750, 1_500]);
  };

  it.each([READ, UPDATE, DELETE])("%s", expectFourAttempts);
  it.each([CREATE])("%s", expectFourAttempts);

  it("a merge", async () => {
    const { error } = await act("rawRequest", {
      method: "PUT",
      url: "/customers/merge",
      maxRetries: 2,
    });
    expect(error?.message).toContain("after 3 attempts");
    expect(waits).toEqual([0, 0]);
  });

  it("and arrives once, as soon as somebody listens", async () => {
    const received: string[] = [];
    const late = createServer((request, response) => {
      received.push(`${request.method} ${request.url}`);
      response.writeHead(201, { "Content-Type": "application/json" }).end('{"id":7}');
    });
    const skip = jest.mocked(clock.sleep).getMockImplementation();
    jest.mocked(clock.sleep).mockImplementationOnce(async (ms) => {
      await skip?.(ms);
      await new Promise<void>((resolve) => late.listen(port, "127.0.0.1", resolve));
    });
    const { data } = await act("createTicket", NEW_TICKET);
    late.closeAllConnections();
    await new Promise((resolve) => late.close(resolve));
    expect(data).toEqual({ id: 7 });
    expect(received).toEqual(["POST /api/tickets"]);
  });
});

describe("429", () => {
  it.each([READ, UPDATE, DELETE, CREATE])(
    "%s is sent again after the time that Retry-After names, and a little more each time",
    async (_, run) => {
      goWrong({ status: 429, headers: { "Retry-After": "7" } }, 2);
      const { error, lines } = await run();
      expect(error).toBeUndefined();
      expect(sandbox().requests).toHaveLength(3);
      expect(waits).toEqual([7_275, 7_525]);
      expect(lines.map((line) => line.replace(/^warn: \w+ \S+: /, ""))).toEqual([
        "Fault 429; attempt 2 follows in 7.3 s.",
        "Fault 429; attempt 3 follows in 7.5 s.",
      ]);
    },
  );

  it("a POST that was refused so is performed once", async () => {
    const before = sandbox().state.tickets.size;
    goWrong({ status: 429, headers: { "Retry-After": "1" } }, 3);
    await act("createTicket", NEW_TICKET);
    expect(sandbox().requests).toHaveLength(4);
    expect(sandbox().state.tickets.size - before).toBe(1);
  });

  it.each([READ, UPDATE, DELETE, CREATE])("%s waits them out for 120 s", async (method, run) => {
    goWrong({ status: 429, headers: { "Retry-After": "1" } }, 1_000);
    const { error } = await run();
    expect(error).toMatchObject({ name: "GorgiasError", status: 429, method });
    const attempts = sandbox().requests.length;
    expect(attempts).toBeGreaterThan(50);
    expect(error?.message).toMatch(
      new RegExp(`: Fault 429, after ${attempts} attempts\\. There was no room within 120 s: `),
    );
    const waited = waits.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThan(115_000);
    expect(waited).toBeLessThanOrEqual(122_500);
  });

  it("do not count as attempts", async () => {
    goWrong({ status: 502 }, 2);
    goWrong({ status: 429, headers: { "Retry-After": "1" } }, 9);
    goWrong({ status: 502 }, 1);
    const { error } = await READ[1]();
    expect(error).toBeUndefined();
    expect(sandbox().requests).toHaveLength(13);
  });

  const inSeconds = (seconds: number) => new Date(SERVER_TIME + seconds * 1_000).toUTCString();

  it.each([
    ["seconds", "3", 3_275],
    ["decimals", "1.5", 1_775],
    ["a date, by the answer's own clock", inSeconds(10), 10_275],
    ["garbage: ordinary backoff", "soon", 750],
    ["a negative number: ordinary backoff", "-5", 750],
    ["zero: ordinary backoff", "0", 750],
    ["a date that is past: ordinary backoff", inSeconds(-10), 750],
    ["nothing: ordinary backoff", undefined, 750],
  ])("Retry-After holds %s", async (_, value, ms) => {
    const headers = value === undefined ? undefined : { "Retry-After": value };
    goWrong({ status: 429, headers }, 1);
    const { error } = await READ[1]();
    expect(error).toBeUndefined();
    expect(waits).toEqual([ms]);
  });

  it("after several without a time, the backoff grows", async () => {
    goWrong({ status: 429 }, 3);
    await READ[1]();
    expect(waits).toEqual([750, 1_000, 1_500]);
  });

  it("a 503 that names a time is waited for as well", async () => {
    goWrong({ status: 503, headers: { "Retry-After": "4" } }, 1);
    await READ[1]();
    expect(waits).toEqual([4_025]);
  });

  it.each([READ, UPDATE, DELETE, CREATE])(
    "%s fails at once when the wait is longer than 120 s, and says so",
    async (_, run) => {
      goWrong({ status: 429, headers: { "Retry-After": "121" } }, 9);
      const { error } = await run();
      expect(error).toMatchObject({ name: "GorgiasError", status: 429 });
      expect(error?.message).toMatch(
        /: Fault 429\. It asks to wait 121 s, longer than the 120 s that are waited for: run this again later$/,
      );
      expect(sandbox().requests).toHaveLength(1);
      expect(waits).toEqual([]);
    },
  );

  it("fails at once for a date that is too far away", async () => {
    goWrong({ status: 429, headers: { "Retry-After": inSeconds(3_600) } }, 9);
    const { error } = await READ[1]();
    expect(error?.message).toContain("It asks to wait 3600 s");
    expect(sandbox().requests).toHaveLength(1);
  });

  it.each([
    ["longer", "7", 5_000, 7_025],
    ["shorter", "1", 5_000, 5_000],
  ])(
    "Raw Request waits for the longer of Retry-After and its own delay: Retry-After is %s",
    async (_, value, own, ms) => {
      goWrong({ status: 429, headers: { "Retry-After": value } }, 1);
      const inputs = { method: "GET", url: "/account", maxRetries: 1, retryAllErrors: true };
      const { error } = await act("rawRequest", { ...inputs, retryDelayMS: own });
      expect(error).toBeUndefined();
      expect(waits).toEqual([ms]);
    },
  );

  it("waits for a minute", async () => {
    goWrong({ status: 429, headers: { "Retry-After": "60" } }, 1);
    const { error } = await READ[1]();
    expect(error).toBeUndefined();
    expect(waits).toEqual([60_275]);
  });
});

describe("a DELETE that finds nothing", () => {
  it.each<[string, Fault]>([
    ["a reset after it was performed", { reset: "after" }],
    ["a 500 after it was performed", { status: 500, after: true }],
    ["a 502 after it was performed", { status: 502, after: true }],
    ["a 503 after it was performed", { status: 503, after: true }],
  ])("has succeeded when it is the repetition after %s", async (_, fault) => {
    goWrong(fault, 1);
    const { data, error } = await DELETE[1]();
    expect(error).toBeUndefined();
    expect(data).toEqual({ message: "Success" });
    expect(sandbox().requests.map(({ status }) => status)).toHaveLength(2);
    expect(sandbox().requests[1]?.status).toBe(404);
    expect(sandbox().state.tickets.has(1)).toBe(false);
  });

  it("has succeeded when a 429 lies between", async () => {
    goWrong({ reset: "after" }, 1);
    goWrong({ status: 429 }, 1);
    const { error } = await DELETE[1]();
    expect(error).toBeUndefined();
    expect(sandbox().requests.map(({ status }) => status)).toEqual(["reset", 429, 404]);
  });

  it("is an error at the first attempt", async () => {
    const { error } = await act("deleteTicket", { id: 999 });
    expect(error).toMatchObject({
      name: "GorgiasError",
      status: 404,
      message: "Gorgias answered 404 to DELETE /tickets/999: Ticket 999 not found",
    });
    expect(sandbox().requests).toHaveLength(1);
  });

  it("is an error after a 429, which performed nothing", async () => {
    goWrong({ status: 429, headers: { "Retry-After": "1" } }, 1);
    const { error } = await act("deleteTicket", { id: 999 });
    expect(error).toMatchObject({ name: "GorgiasError", status: 404 });
    expect(sandbox().requests).toHaveLength(2);
  });

  it("is an error for any other method, lost answers or not", async () => {
    goWrong({ reset: "before" }, 1);
    const { error } = await act("updateTicket", { id: 999, subject: "x" });
    expect(error).toMatchObject({ status: 404, method: "PUT" });
    expect(sandbox().requests).toHaveLength(2);
  });
});

describe("what names many things, or deletes without being a DELETE", () => {
  it.each([
    ["Delete Customers", "deleteCustomers", { ids: [1001] }],
    ["Delete Tags", "deleteTags", { ids: [1] }],
    ["Remove Ticket Tags", "removeTicketTags", { ticket_id: 1, ids: [1] }],
    [
      "Raw Request",
      "rawRequest",
      { method: "DELETE", url: "/tags", data: '{"ids":[1]}', maxRetries: 1 },
    ],
  ])("%s: a 404 after a lost response is no success", async (_, action, inputs) => {
    goWrong({ reset: "before" }, 1);
    goWrong({ status: 404 }, 1);
    const { error } = await act(action, inputs);
    expect(error).toMatchObject({ status: 404, method: "DELETE" });
    expect(sandbox().requests).toHaveLength(2);
  });

  const actOnMessage = (action: string) => {
    const [message] = sandbox().state.messages.values();
    return act("updateTicketMessage", {
      ticket_id: message?.ticket_id,
      id: message?.id,
      action,
    });
  };

  it.each<[string, Fault]>([
    ["a reset", { reset: "before" }],
    ["a 502", { status: 502 }],
    [
      "half an answer",
      { status: 202, headers: { "Content-Type": "application/json" }, body: '{"id' },
    ],
  ])("a message that is gone after %s was cancelled", async (_, fault) => {
    goWrong(fault, 1, { method: "PUT" });
    goWrong({ status: 404 }, 1, { method: "GET", skip: 1 });
    const { data, error } = await actOnMessage("cancel");
    expect(error).toBeUndefined();
    expect(data).toEqual({ message: "Success" });
    expect(sandbox().requests.map(({ method }) => method)).toEqual(["GET", "PUT", "GET"]);
  });

  it("a message that is still there was perhaps not", async () => {
    goWrong({ status: 502 }, 9, { method: "PUT" });
    const { error } = await actOnMessage("cancel");
    expect(error?.message).toContain("It may have been performed all the same");
    expect(sandbox().requests.map(({ method }) => method)).toEqual(["GET", "PUT", "GET"]);
  });

  it("an action that is no deletion is not looked after", async () => {
    goWrong({ status: 502 }, 9, { method: "PUT" });
    const { error } = await actOnMessage("retry");
    expect(error?.message).toContain("It may have been performed all the same");
    expect(sandbox().requests.map(({ method }) => method)).toEqual(["GET", "PUT"]);
  });

  it.each([
    ["a password", "updateUser", { id: 1, old_password: "a", new_password: "bcdefgh1!" }],
    ["a job", "updateJob", { id: 1, status: "canceled" }],
  ])("%s is changed once", async (_, action, inputs) => {
    goWrong({ status: 502 }, 9, { method: "PUT" });
    const { error } = await act(action, inputs);
    expect(error?.message).toContain("It may have been performed all the same");
    expect(sandbox().requests.filter(({ method }) => method === "PUT")).toHaveLength(1);
  });
});

describe.each([408, 425])("a %d is as a 503", (status) => {
  it.each([READ, UPDATE, DELETE])("for %s", async (_, run) => {
    goWrong({ status }, 1);
    expect((await run()).error).toBeUndefined();
    expect(sandbox().requests).toHaveLength(2);
  });

  it("for POST", async () => {
    goWrong({ status }, 9);
    const { error } = await CREATE[1]();
    expect(error?.message).toContain("The ticket may have been created all the same");
    expect(sandbox().requests).toHaveLength(1);
  });
});

describe("what another attempt would not change is not repeated", () => {
  it.each([400, 401, 403, 404, 405, 409, 410, 422])("%d", async (status) => {
    goWrong({ status }, 9);
    const { error } = await READ[1]();
    expect(error).toMatchObject({ status, message: expect.not.stringContaining("attempts") });
    expect(sandbox().requests).toHaveLength(1);
    expect(waits).toEqual([]);
  });
});

describe("every attempt has a time limit of its own", () => {
  const slow = (inputs: Record<string, unknown>) => {
    goWrong({ delayMs: 400 }, 9);
    return act("rawRequest", { url: "/tickets", timeout: "40", ...inputs });
  };

  it("a read that takes longer fails", async () => {
    const { error } = await slow({ method: "GET" });
    expect(error).toMatchObject({
      name: "GorgiasError",
      message: "Gorgias did not answer GET /tickets: there was no answer within 0.04 s",
    });
    expect(sandbox().requests).toHaveLength(1);
  });

  it("and is repeated with a new one", async () => {
    const { error } = await slow({ method: "GET", maxRetries: "2" });
    expect(error?.message).toContain("within 0.04 s, after 3 attempts");
    expect(sandbox().requests).toHaveLength(3);
  });

  it("a POST that takes longer may have been performed", async () => {
    const { error } = await slow({ method: "POST", data: "{}", maxRetries: "2" });
    expect(error?.message).toContain("within 0.04 s. It may have been performed all the same");
    expect(sandbox().requests).toHaveLength(1);
  });

  it("is 60 s where nothing else is said", async () => {
    const transmit = jest.spyOn(transport, "transmit");
    for (const [, run] of [READ, UPDATE, CREATE, DELETE]) {
      await run();
    }
    await act("rawRequest", { method: "GET", url: "/account", timeout: "0" });
    expect(transmit.mock.calls.map(([{ timeoutMs }]) => timeoutMs)).toEqual(Array(5).fill(60_000));
  });
});

describe("a response that stands still", () => {
  const server = useServer();

  it("counts against the time limit, the reading of its body included", async () => {
    process.env.GORGIAS_SANDBOX_URL = server.url;
    server.respondWith((response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.write('{"data": [');
    });
    const { error } = await act("rawRequest", { method: "GET", url: "/tickets", timeout: "40" });
    process.env.GORGIAS_SANDBOX_URL = sandbox().url;
    expect(error?.message).toContain("there was no answer within 0.04 s");
  });
});
