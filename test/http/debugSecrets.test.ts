import { createDebugLog } from "../../src/http/debugLog";
import { createRedactor } from "../../src/http/redaction";
import { apiKeyConnection } from "../support/integration";
import fc from "../support/properties";

const connection = apiKeyConnection({ username: "jane@example.com", apiKey: "key-0123456789" });

function logged(fields: Record<string, unknown>): string {
  const lines: string[] = [];
  const logger = { debug: (line: string) => lines.push(line) };
  const log = createDebugLog(logger as never, true, createRedactor(connection));
  log("request", { method: "POST", path: "/x", contentType: "application/json", ...fields });
  return lines.join("\n");
}

const SECRET = "s3cr3t-Value/9";
const NAMES = [
  "secret",
  "hmac_secret",
  "access_token",
  "new_password",
  "apiKey",
  "API-Key",
  "authorization",
];

/** A secret somewhere in a JSON value, under a name that says so. */
const body = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      ...NAMES.flatMap((name): unknown[] => [
        { [name]: SECRET },
        { [name]: [SECRET, "x"] },
        { [name]: { deep: [{ er: SECRET }] } },
        { id: 1, [name]: SECRET, after: "visible" },
        { text: JSON.stringify({ [name]: SECRET }) },
        { url: `https://a.example/x?a=1&${name}=${encodeURIComponent(SECRET)}#y` },
        { url: `https://user:${encodeURIComponent(SECRET)}@a.example/x` },
      ]),
    ),
    fc.record({ subject: fc.string(), inner: tie("value") }),
    fc.tuple(fc.string(), tie("value")),
  ),
})).value;

it("shows no value that its name says is secret, wherever it stands in JSON", () => {
  fc.assert(
    fc.property(body, fc.constantFrom(undefined, 1, 2), (value, indent) => {
      const line = logged({ body: JSON.stringify(value, null, indent) });
      expect(line).not.toContain(SECRET);
      expect(line).not.toContain(encodeURIComponent(SECRET));
    }),
    { numRuns: 500 },
  );
});

it.each([
  ["a query", { query: `a=1&token=${SECRET}&b=2` }],
  ["an escaped name", { query: `a%5Bnew_password%5D=${SECRET}` }],
  [
    "a form",
    { body: `a=1&client_secret=${SECRET}`, contentType: "application/x-www-form-urlencoded" },
  ],
  ["a path", { path: `/x?signature=${SECRET}` }],
  ["text around JSON", { body: `log: {"password": "${SECRET}"`, contentType: "text/plain" }],
])("shows none in %s", (_, fields) => expect(logged(fields)).not.toContain(SECRET));

it("shows no number or list that its name says is secret", () => {
  const line = logged({ body: '{"two_fa_code":123456,"token":[987654],"id":5}' });
  expect(line).not.toMatch(/123456|987654/);
  expect(line).toContain('\\"id\\":5');
});

it("shows what only sounds like a secret", () => {
  const text = '{"token_count":5,"secret":null,"authorization_type":"basic"}';
  expect(JSON.parse(logged({ body: text }).replace(/^[^{]*/, "")).body).toBe(text);
});

it.each([
  ["text of 10 MB", "x".repeat(10_000_000)],
  ["JSON of 10 MB", JSON.stringify({ password: '\\"'.repeat(2_500_000) })],
  ["nothing but quotes", '"'.repeat(1_000_000)],
  ["nothing but brackets under a secret name", `{"secret":${"[".repeat(1_000_000)}`],
  ["broken characters", '{"password":"\ud800'],
])("never fails: %s", (_, text) => {
  expect(logged({ body: text }).length).toBeLessThan(100_000);
});

it("does not fail where the log does", () => {
  const logger = {
    debug: () => {
      throw new RangeError("Invalid string length");
    },
    warn: jest.fn(),
  };
  const log = createDebugLog(logger as never, true, createRedactor(connection));
  log("request", { method: "GET", path: "/x" });
  expect(logger.warn).toHaveBeenCalledWith("Gorgias request: it could not be logged (RangeError).");
});
