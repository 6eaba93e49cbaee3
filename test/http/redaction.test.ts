import { createRedactor, withoutNamedSecrets, withoutSecrets } from "../../src/http/redaction";
import { formatValue } from "../../src/text";
import {
  closedPort,
  type Ending,
  leaked,
  NEW_TICKET,
  outcomeOf,
  textsIn,
  useClock,
  useServer,
} from "../support/http";
import {
  apiKeyConnection,
  oauth2ByDomainConnection,
  oauth2Connection,
  useSandbox,
} from "../support/integration";

const USERNAME = "jane@example.com";
const API_KEY = "k3y/with+odd=chars";
const BASIC = Buffer.from(`${USERNAME}:${API_KEY}`).toString("base64");
const byKey = apiKeyConnection({ username: USERNAME, apiKey: API_KEY });

describe("createRedactor", () => {
  const { text, json } = createRedactor(byKey);
  const oauth = createRedactor(oauth2Connection("access-token-value"));

  it.each([
    ["the API key", `key=${API_KEY}.`, "key=[redacted]."],
    ["each time it occurs", `${API_KEY}${API_KEY}`, "[redacted][redacted]"],
    ["the basic credentials", `Basic ${BASIC}`, "Basic [redacted]"],
    ["the API key in a URL", `?k=${encodeURIComponent(API_KEY)}&x=1`, "?k=[redacted]&x=1"],
    ["text without secrets", "Ticket 5 not found.", "Ticket 5 not found."],
    ["the username, which is no secret", USERNAME, USERNAME],
    ["nothing", "", ""],
  ])("%s", (_, given, expected) => {
    expect(text(given)).toBe(expected);
  });

  it.each([
    ["the access token", "Bearer access-token-value", "Bearer [redacted]"],
    ["the refresh token", "refresh-token-value", "[redacted]"],
    ["the client secret", "secret: client-secret-value", "secret: [redacted]"],
    ["the word bearer", "Use a bearer token", "Use a bearer token"],
    ["the client id, which is no secret", "client-id", "client-id"],
  ])("OAuth 2.0: %s", (_, given, expected) => {
    expect(oauth.text(given)).toBe(expected);
  });

  it("OAuth 2.0 by Domain: the same secrets", () => {
    const { text: redact } = createRedactor(oauth2ByDomainConnection("access-token-value"));
    expect(redact("access-token-value, refresh-token-value, client-secret-value")).toBe(
      "[redacted], [redacted], [redacted]",
    );
  });

  it("takes the longer of two secrets that begin alike", () => {
    const connection = oauth2Connection("token-1234");
    connection.token = { access_token: "token-1234", refresh_token: "token-1234-refresh" };
    expect(createRedactor(connection).text("token-1234-refresh token-1234")).toBe(
      "[redacted] [redacted]",
    );
  });

  it("takes out quotes and backslashes as JSON writes them", () => {
    const apiKey = 'quo"te\\slash';
    const redactor = createRedactor(apiKeyConnection({ username: USERNAME, apiKey }));
    expect(redactor.text(JSON.stringify({ apiKey }))).toBe('{"apiKey":"[redacted]"}');
  });

  it("finds the API key as it is sent, without the blanks around it", () => {
    const redactor = createRedactor(apiKeyConnection({ username: " jo ", apiKey: " key-12345\n" }));
    const basic = Buffer.from("jo:key-12345").toString("base64");
    expect(redactor.text(`key-12345 ${basic}`)).toBe("[redacted] [redacted]");
  });

  it("reaches keys and strings however deep, and leaves the rest alone", () => {
    const bytes = Buffer.from("x");
    expect(json({ [API_KEY]: [{ a: `x${BASIC}`, b: 5, c: null, d: true, bytes }] })).toEqual({
      "[redacted]": [{ a: "x[redacted]", b: 5, c: null, d: true, bytes }],
    });
  });

  it("leaves out what is nested without end, where a secret could hide", () => {
    let nested: unknown = API_KEY;
    for (let depth = 0; depth < 50; depth += 1) {
      nested = [nested];
    }
    expect(JSON.stringify(json(nested))).toBe(`${"[".repeat(40)}"…"${"]".repeat(40)}`);
  });

  it.each([
    ["no fields and no token", {}],
    ["a token of null", { fields: {}, token: null as never }],
    ["a key too short to be one", { fields: { apiKey: "a" } }],
    ["a key that is no text", { fields: { apiKey: 5 } }],
    ["a token of numbers", { token: { expires_in: 3600 } }],
  ])("garbles nothing for %s", (_, connection) => {
    const words = "a bad thing happened after 3600 s";
    expect(createRedactor(connection).text(words)).toBe(words);
  });
});

describe("withoutSecrets", () => {
  it("takes a connection of which nothing is known", () => {
    expect(withoutSecrets({})).toEqual({ key: "", configVarKey: "", fields: {} });
  });

  it("lets through what identifies the connection, by name", () => {
    const connection = {
      ...oauth2Connection("access-token-value"),
      context: { access_token: "access-token-value" },
    };
    connection.fields = { ...connection.fields, domain: "green-garden", tomorrow: "secret?" };
    expect(withoutSecrets(connection)).toEqual({
      key: "gorgias-oauth2",
      configVarKey: "Gorgias Connection",
      fields: {
        domain: "green-garden",
        clientId: "client-id",
        authorizeUrl: "https://green-garden.gorgias.com/oauth/authorize",
        tokenUrl: "https://green-garden.gorgias.com/oauth/token",
        scopes: "openid profile email write:all offline",
      },
    });
  });

  it("takes secrets out of the fields that it lets through", () => {
    const connection = apiKeyConnection(
      { username: `me:${API_KEY}`, apiKey: API_KEY },
      { domain: `https://${API_KEY}@evil.com`, authorizeUrl: "https://user:word@evil.com/" },
    );
    const { fields } = withoutSecrets(connection);
    expect(fields).toEqual({
      domain: expect.not.stringContaining(API_KEY),
      username: "me:[redacted]",
      authorizeUrl: "https://[redacted]@evil.com/",
    });
  });
});

it("shows of a domain nothing that stands before an @", () => {
  const fields = { domain: "jane:pa55\nword@x@evil.com" };
  expect(withoutSecrets({ fields }).fields).toEqual({ domain: "[redacted]@evil.com" });
});

it("takes out a secret of four characters", () => {
  expect(createRedactor({ fields: { apiKey: "abcd" } }).text("abcd abc")).toBe("[redacted] abc");
});

describe("the search for secrets", () => {
  class Hidden extends Error {
    readonly #mine = "private";
    get mine() {
      return this.#mine.length;
    }
  }
  const error = (change: (error: Record<string, unknown>) => void) => {
    const made = new Hidden("x") as Hidden & Record<string, unknown>;
    change(made);
    return made;
  };
  const circle: Record<string, unknown> = { a: 1 };
  circle.self = circle;

  it.each<[string, unknown]>([
    ["a message", new Error("s3cret")],
    ["a cause", new Error("x", { cause: { deep: ["s3cret"] } })],
    ["a stack", error((it) => Object.assign(it, { stack: "at s3cret" }))],
    ["a property", error((it) => Object.assign(it, { config: { headers: { a: "s3cret" } } }))],
    ["a key", { s3cret: 1 }],
    ["a symbol", { [Symbol("s3cret")]: 1 }],
    [
      "a hidden property",
      error((it) =>
        Object.defineProperty(it, "_request", { value: ["s3cret"], enumerable: false }),
      ),
    ],
    [
      "a getter",
      {
        get config() {
          return "s3cret";
        },
      },
    ],
    ["bytes", { body: Buffer.from("the s3cret") }],
    ["a map", new Map([["a", new Set(["s3cret"])]])],
    ["what JSON shows", error((it) => Object.assign(it, { toJSON: () => "s3cret" }))],
    ["a circle", { circle, list: [circle, "s3cret"] }],
  ])("finds one in %s", (_, value) => {
    expect(leaked(["s3cret", "another"], value)).toEqual(["s3cret"]);
  });

  it("finds none where there is none", () => {
    expect(leaked(["s3cret"], new Error("x"), circle, null, undefined, 5)).toEqual([]);
    expect(textsIn("x")).toBe("x");
  });
});

describe("no secret gets out", () => {
  useClock();
  const sandbox = useSandbox({ tickets: 5 });
  const elsewhere = useServer();

  /** The two connections, and all that must not be found of them. */
  const connections = () => {
    const { username, apiKey, accessToken } = sandbox().credentials;
    const basic = Buffer.from(`${username}:${apiKey}`).toString("base64");
    return {
      apiKey: {
        connection: apiKeyConnection({ username, apiKey }),
        key: apiKey,
        header: `Basic ${basic}`,
        secrets: [apiKey, basic],
      },
      oauth2: {
        connection: oauth2Connection(accessToken),
        key: accessToken,
        header: `Bearer ${accessToken}`,
        secrets: [accessToken, "refresh-token-value", "client-secret-value"],
      },
    };
  };
  type Party = ReturnType<typeof connections>[keyof ReturnType<typeof connections>];

  const echo = (status: number, body: unknown, headers?: Record<string, string>) =>
    sandbox().faults.add({ times: 1_000, fault: { status, body, headers } });
  const read = (connection: unknown, inputs = {}) =>
    outcomeOf("getTicket", { connection, id: 1, ...inputs }, { globalDebug: true });
  const write = (connection: unknown, subject: string) =>
    outcomeOf("createTicket", { connection, ...NEW_TICKET, subject }, { globalDebug: true });

  const FAILURES: [string, (party: Party) => Promise<Ending>][] = [
    [
      "credentials that are refused",
      ({ connection }) => {
        echo(401, { error: { msg: "Unauthorized." } });
        return read(connection);
      },
    ],
    [
      "a 403 that repeats the Authorization header",
      ({ connection, header }) => {
        echo(403, { error: { msg: `Not allowed: ${header}` } });
        return read(connection);
      },
    ],
    [
      "a 400 that repeats it in its message",
      ({ connection, header, key }) => {
        echo(400, { error: { msg: `Bad header Authorization: ${header}; key ${key}` } });
        return read(connection);
      },
    ],
    [
      "a 400 that repeats it in the values of its details",
      ({ connection, header, key }) => {
        echo(400, { error: { msg: "invalid", data: { key: [key], headers: [{ header }] } } });
        return read(connection);
      },
    ],
    [
      "a 400 that repeats it in the keys of its details",
      ({ connection, header, key }) => {
        echo(400, { error: { msg: "invalid", data: { [key]: ["x"], [header]: { [key]: "y" } } } });
        return read(connection);
      },
    ],
    [
      "a 400 that repeats it where no message is",
      ({ connection, header }) => {
        echo(400, { headers: { authorization: header } });
        return read(connection);
      },
    ],
    [
      "a 400 that repeats it as the error",
      ({ connection, header }) => {
        echo(400, { error: header });
        return read(connection);
      },
    ],
    [
      "a 500 that repeats it as plain text",
      ({ connection, header }) => {
        echo(500, `request was ${header}`, { "Content-Type": "text/plain" });
        return read(connection);
      },
    ],
    [
      "a 502 that repeats it as the title of an HTML page",
      ({ connection, header, key }) => {
        echo(502, `<html><title>${key}</title><body>${header}</body></html>`);
        return read(connection);
      },
    ],
    [
      "a 404 page that repeats it",
      ({ connection, header }) => {
        echo(404, `<html><title>${header}</title></html>`);
        return read(connection);
      },
    ],
    [
      "a 429 that repeats it and asks for too long a wait",
      ({ connection, header }) => {
        echo(429, { error: { msg: header } }, { "Retry-After": "600" });
        return read(connection);
      },
    ],
    [
      "a 429 that repeats it and is waited for",
      ({ connection, header }) => {
        echo(429, { error: { msg: header } }, { "Retry-After": "6" });
        return read(connection);
      },
    ],
    [
      "an answer that is cut short after it",
      ({ connection, header }) => {
        echo(200, `{"authorization": "${header}", "cu`, { "Content-Type": "application/json" });
        return read(connection);
      },
    ],
    [
      "a redirect that has it in its address",
      ({ connection, key }) => {
        echo(302, "", { Location: `${elsewhere.url}/?key=${encodeURIComponent(key)}` });
        return read(connection);
      },
    ],
    [
      "a redirect that is followed and has it in its path",
      ({ connection, key }) => {
        echo(301, "", { Location: `/api/tickets/${encodeURIComponent(key)}` });
        return read(connection);
      },
    ],
    [
      "a redirect that has it as userinfo",
      ({ connection, key }) => {
        const { host } = new URL(elsewhere.url);
        echo(301, "", { Location: `http://user:${encodeURIComponent(key)}@${host}/api/tickets` });
        return read(connection);
      },
    ],
    [
      "a connection that is lost",
      ({ connection }) => {
        sandbox().faults.add({ times: 9, fault: { reset: "before" } });
        return read(connection);
      },
    ],
    [
      "a write whose body holds it and whose answer is lost",
      ({ connection, key }) => {
        sandbox().faults.add({ times: 9, fault: { reset: "after" } });
        return write(connection, `My key is ${key}`);
      },
    ],
    [
      "a write whose body holds it and is refused",
      ({ connection, key }) => {
        echo(400, { error: { msg: "invalid", data: { subject: `${key} is too short` } } });
        return write(connection, key);
      },
    ],
    [
      "a query that holds it",
      ({ connection, key, header }) => {
        echo(400, { error: { msg: "Unknown parameter" } });
        return outcomeOf(
          "rawRequest",
          {
            connection,
            method: "GET",
            url: `/tickets?a=${encodeURIComponent(header)}`,
            queryParams: [{ key: "b", value: key }],
            headers: [{ key: "X-Key", value: key }],
          },
          { globalDebug: true },
        );
      },
    ],
    [
      "a form that holds it",
      ({ connection, key }) => {
        sandbox().faults.add({ fault: { status: 400 } });
        return outcomeOf(
          "rawRequest",
          {
            connection,
            method: "POST",
            url: "/upload",
            formData: [{ key: "note", value: key }],
            fileData: [{ key: "a.txt", value: Buffer.from(key) }],
          },
          { globalDebug: true },
        );
      },
    ],
    [
      "a domain that holds it",
      ({ connection, key }) => {
        const fields = { ...connection.fields, domain: `https://user:${key}@evil.com/` };
        return read({ ...connection, fields });
      },
    ],
    ["a connection of another kind", ({ connection }) => read({ ...connection, key: "other" })],
    [
      "credentials that no header can carry",
      ({ connection, key }) =>
        read({
          ...connection,
          fields: { ...connection.fields, apiKey: `${key}\nX: 1` },
          token: { ...connection.token, access_token: `${key}\nX: 1` },
        }),
    ],
  ];

  const LEAKS: typeof FAILURES = [
    [
      "a path that holds it",
      ({ connection, key }) =>
        outcomeOf(
          "rawRequest",
          { connection, method: "GET", url: `/tickets/${key}` },
          { globalDebug: true },
        ),
    ],
    [
      "a domain that is it",
      ({ connection, key }) =>
        read({ ...connection, fields: { ...connection.fields, domain: `${key}.` } }),
    ],
  ];

  const CONSOLE = ["log", "debug", "info", "warn", "error", "trace"] as const;

  describe.each(["apiKey", "oauth2"] as const)("by %s", (kind) => {
    const expectNoLeak = async (_: string, fail: (party: Party) => Promise<Ending>) => {
      const printed = CONSOLE.map((level) => jest.spyOn(console, level).mockReturnValue());
      const party = connections()[kind];
      const { error, lines } = await fail(party);
      expect(error).toBeInstanceOf(Error);
      expect(leaked(party.secrets, error, lines)).toEqual([]);
      expect(printed.flatMap(({ mock }) => mock.calls)).toEqual([]);
    };

    it.each(FAILURES)("from %s", expectNoLeak);
    it.each(LEAKS)("from %s", expectNoLeak);

    it("from a connection that is refused", async () => {
      const party = connections()[kind];
      process.env.GORGIAS_SANDBOX_URL = `http://127.0.0.1:${await closedPort()}`;
      const { error, lines } = await read(party.connection);
      process.env.GORGIAS_SANDBOX_URL = sandbox().url;
      expect(error?.message).toContain("refused");
      expect(leaked(party.secrets, error, lines)).toEqual([]);
    });

    it("from a happy run that logs what it sends and gets", async () => {
      const party = connections()[kind];
      const { data, error, lines } = await write(party.connection, `${party.key} ${party.header}`);
      expect(error).toBeUndefined();
      expect(data).toMatchObject({ subject: `${party.key} ${party.header}` });
      expect(lines.filter((line) => line.startsWith("debug: Gorgias"))).toHaveLength(2);
      expect(leaked(party.secrets, lines)).toEqual([]);
      expect(lines.join()).toContain("[redacted]");
    });

    it("from a 400 that writes it with JSON's escapes", async () => {
      const party = connections()[kind];
      const escaped = [...party.key]
        .map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
        .join("");
      const body = `{"error":{"msg":"${escaped}","data":{"${escaped}":["${escaped}"]}}}`;
      echo(400, body, { "Content-Type": "application/json" });
      const { error, lines } = await outcomeOf("getTicket", {
        connection: party.connection,
        id: 1,
      });
      expect(leaked(party.secrets, error, lines)).toEqual([]);
    });

    it("in part, where the log cuts a body in the middle of it", async () => {
      const party = connections()[kind];
      const body = { error: { msg: `${"x".repeat(10_000 - 25)}${party.key}` } };
      const at = JSON.stringify(body).indexOf(party.key);
      expect([at < 10_000, at + party.key.length > 10_000]).toEqual([true, true]);
      echo(400, body);
      const { lines } = await read(party.connection);
      expect(leaked([party.key.slice(0, 8)], lines)).toEqual([]);
    });
  });

  it("written as a query writes it", async () => {
    const apiKey = "key with (odd) 'signs' ~!*";
    const connection = apiKeyConnection({ username: USERNAME, apiKey });
    const { lines } = await outcomeOf(
      "rawRequest",
      { connection, method: "GET", url: "/tickets", queryParams: [{ key: "k", value: apiKey }] },
      { globalDebug: true },
    );
    const decoded = lines.map((line) => decodeURIComponent(line.replaceAll("+", " ")));
    expect(decoded.length).toBeGreaterThan(1);
    expect(leaked([apiKey], decoded)).toEqual([]);
  });

  it("written as JSON within JSON writes it", async () => {
    const apiKey = 'quo"te\\slash';
    const connection = apiKeyConnection({ username: USERNAME, apiKey });
    const { lines } = await outcomeOf(
      "createTicket",
      { connection, ...NEW_TICKET, subject: apiKey },
      { globalDebug: true },
    );
    const unescaped = lines.map((line) => line.replace(/\\+(["\\])/g, "$1"));
    expect(leaked([apiKey.replace("\\", ""), apiKey], unescaped)).toEqual([]);
  });
});

describe("secrets that are not the connection's", () => {
  it.each([
    ['{"hmac_secret":"s3cr3t","a":1}', '{"hmac_secret":"[redacted]","a":1}'],
    ['{"X-Api-Key": "s3cr3t"}', '{"X-Api-Key": "[redacted]"}'],
    [
      "https://hooks.example.com/x?token=s3cr3t&y=1",
      "https://hooks.example.com/x?token=[redacted]&y=1",
    ],
    ['{"subject":"secret garden"}', '{"subject":"secret garden"}'],
  ])("are taken out of %s by their names", (text, shown) => {
    expect(withoutNamedSecrets(text)).toBe(shown);
  });

  it("are not shown by an error, whether given as an object or as text", () => {
    const http = { hmac_secret: "s3cr3t", headers: { Authorization: "Bearer s3cr3t" } };
    expect(formatValue(http)).not.toContain("s3cr3t");
    expect(formatValue(JSON.stringify(http))).not.toContain("s3cr3t");
  });

  it("do not include what a token is good for", () => {
    const token = { access_token: "the-access-token", scope: "tickets:read", token_type: "bearer" };
    expect(createRedactor({ token }).text("needs tickets:read, the-access-token")).toBe(
      "needs tickets:read, [redacted]",
    );
  });
});
