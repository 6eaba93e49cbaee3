import { type Ending, NEW_TICKET, outcomeOf, useClock, useOrigin } from "../support/http";
import { apiKeyConnection } from "../support/integration";
import { pass, type Relay, useTlsServer, useTrust } from "../support/tlsServer";

const waits = useClock();
useTrust();
const connection = apiKeyConnection({ username: "jane@example.com", apiKey: "key-0123456789" });

/** Methods of what was performed. */
const performed: string[] = [];
let onPerformed: () => void = () => undefined;
let answersWhole = true;
const server = useTlsServer((request, response) => {
  request.resume().on("end", () => {
    performed.push(String(request.method));
    onPerformed();
    response.writeHead(request.method === "POST" ? 201 : 200, {
      "Content-Type": "application/json",
    });
    response.write('{"id"');
    if (answersWhole) {
      response.end(":7}");
    }
  });
});
useOrigin(() => server.url);
beforeEach(() => {
  performed.length = 0;
  onPerformed = () => undefined;
  answersWhole = true;
});

function create(): Promise<Ending> {
  return outcomeOf("createTicket", { connection, ...NEW_TICKET });
}

/** A record of TLS that no key fits. */
const BROKEN_RECORD = Buffer.concat([Buffer.from([23, 3, 3, 0, 64]), Buffer.alloc(64, 1)]);
/** Fatal, handshake failure. */
const ALERT = Buffer.from([21, 3, 3, 0, 2, 2, 40]);
describe("in the handshake, nothing was sent: a POST is repeated, and never told as performed", () => {
  const failures: [string, Relay][] = [
    ["an alert", (client) => client.once("data", () => client.end(ALERT))],
    [
      "records that are broken",
      (client, upstream) => {
        client.pipe(upstream);
        upstream.once("data", (flight: Buffer) =>
          client.end(Buffer.concat([flight.subarray(0, 200), BROKEN_RECORD])),
        );
      },
    ],
    ["records that are none", (client) => client.once("data", () => client.end("no TLS at all"))],
    [
      "an end in the middle of it",
      (client, upstream) => {
        client.pipe(upstream);
        upstream.once("data", (flight: Buffer) => client.end(flight.subarray(0, 300)));
      },
    ],
  ];

  it.each(failures)("%s", async (_, fail) => {
    server.relays(fail, fail, fail, fail);
    const { error } = await create();
    expect(error?.message).toMatch(
      /^Gorgias did not answer POST \/tickets: .* \(E\w+\), after 4 attempts$/,
    );
    expect(performed).toEqual([]);
    expect(server.connections).toBe(4);
    expect(waits).toHaveLength(3);
  });

  it.each(failures)("%s, once: it is performed once", async (_, fail) => {
    server.relays(fail);
    const { data } = await create();
    expect(data).toEqual({ id: 7 });
    expect(performed).toEqual(["POST"]);
    expect(server.connections).toBe(2);
  });
});

describe("after the handshake a request can have left", () => {
  /** Breaks what the server says once it has performed a request. */
  const breakAnswer: Relay = (client, upstream) => {
    client.pipe(upstream);
    upstream.on("data", (data) => client.write(performed.length > 0 ? BROKEN_RECORD : data));
  };
  /** Breaks what follows on the first part of a response. */
  const breakEnd: Relay = (client, upstream) => {
    client.pipe(upstream);
    upstream.on("data", (data) => {
      client.write(data);
      if (performed.length > 0) {
        client.write(BROKEN_RECORD);
      }
    });
  };
  const reset: Relay = (client, upstream) => {
    pass(client, upstream);
    onPerformed = () => client.resetAndDestroy();
  };
  /** Passes the client's greeting and the end of its handshake, and breaks what follows. */
  const breakRequest: Relay = (client, upstream) => {
    upstream.pipe(client);
    let flights = 0;
    client.on("data", (data) => {
      flights += 1;
      upstream.write(flights <= 2 ? data : BROKEN_RECORD);
    });
  };

  it.each<[string, Relay, number]>([
    ["an answer that is broken", breakAnswer, 1],
    ["a reset", reset, 1],
    ["a request that arrives broken, and an alert", breakRequest, 0],
  ])("%s: a POST is sent once, and may have been performed", async (_, fail, times) => {
    server.relays(fail);
    const { error } = await create();
    expect(error?.message).toMatch(
      /^Gorgias did not answer POST \/tickets: the connection (failed|was lost) \(E\w+\)\. The ticket may have been created all the same, and it was not sent again: /,
    );
    expect(performed).toHaveLength(times);
    expect(server.connections).toBe(1);
    expect(waits).toEqual([]);
  });

  it("a response whose end is broken: a POST was performed, and its error says so", async () => {
    answersWhole = false;
    server.relays(breakEnd);
    const { error } = await create();
    expect(error?.message).toMatch(
      /^Gorgias answered 201 to POST \/tickets: .* \(E\w+\)\. The ticket was created, and it was not sent again: /,
    );
    expect(performed).toHaveLength(1);
  });

  it.each<[string, string, Relay]>([
    ["updateTicket", "PUT", breakAnswer],
    ["updateTicket", "PUT", reset],
    ["getTicket", "GET", breakAnswer],
    ["deleteTicket", "DELETE", reset],
  ])("%s is repeated", async (action, method, fail) => {
    server.relays(fail);
    const { error } = await outcomeOf(action, { connection, id: 1, subject: "x" });
    expect(error).toBeUndefined();
    expect(performed).toEqual([method, method]);
    expect(server.connections).toBe(2);
  });
});
