import { toNetworkFailure } from "../../src/http/networkFailure";

const HOST = "green-garden.gorgias.com";

function errorOf(code: string, more: object = {}): Error {
  return Object.assign(new Error("It holds credentials."), { code, ...more });
}

it.each([
  ["ECONNREFUSED", "the connection was refused"],
  ["ENOTFOUND", `the host ${HOST} was not found`],
  ["EAI_AGAIN", `the host ${HOST} was not found`],
  ["Z_BUF_ERROR", "the answer was cut short"],
  ["Z_DATA_ERROR", "the answer was cut short"],
  ["ERR_BROTLI_DECODER_ERROR", "the answer was cut short"],
  ["EPROTO", "the connection failed"],
])("%s: %s, before and after there was a connection", (code, words) => {
  for (const hasConnected of [false, true]) {
    const failure = toNetworkFailure(errorOf(code), HOST, hasConnected);
    expect(failure.message).toBe(`${words} (${code})`);
    expect(failure.mayHaveArrived).toBe(hasConnected);
  }
});

it.each(["ECONNRESET", "EPIPE", "ECONNABORTED"])("%s: lost, or never there", (code) => {
  expect(toNetworkFailure(errorOf(code), HOST, true)).toMatchObject({
    message: `the connection was lost (${code})`,
    mayHaveArrived: true,
  });
  expect(toNetworkFailure(errorOf(code), HOST, false)).toMatchObject({
    message: `no connection came about (${code})`,
    mayHaveArrived: false,
  });
});

it.each([
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_X",
  "UNABLE_TO_GET_ISSUER",
])("%s: the certificate, where there was no connection", (code) => {
  expect(toNetworkFailure(errorOf(code), HOST, false).message).toBe(
    `the server's certificate was not accepted (${code})`,
  );
  expect(toNetworkFailure(errorOf(code), HOST, true).message).toBe(
    `the connection failed (${code})`,
  );
});

it("a certificate that is the cause of something else is told", () => {
  const error = errorOf("EPROTO", { cause: errorOf("CERT_HAS_EXPIRED") });
  expect(toNetworkFailure(error, HOST, false).message).toBe(
    "the server's certificate was not accepted (EPROTO)",
  );
});

it("a timeout says itself what it waited for", () => {
  for (const hasConnected of [false, true]) {
    const failure = toNetworkFailure(
      Object.assign(new Error("no response within 30 s"), { code: "TIMEOUT" }),
      HOST,
      hasConnected,
    );
    expect(failure.message).toBe("no response within 30 s");
    expect(failure.mayHaveArrived).toBe(hasConnected);
  }
});

it.each([
  ["its cause", { cause: { code: "ECONNREFUSED" } }],
  ["one of its errors", { errors: [new Error("first"), { code: "ECONNREFUSED" }] }],
  ["a cause of its cause", { cause: { cause: { code: "ECONNREFUSED" } } }],
])("the reason is found in %s", (_, error) => {
  expect(toNetworkFailure(error, HOST, false).message).toBe(
    "the connection was refused (ECONNREFUSED)",
  );
});

it.each([new Error("x"), "text", null, undefined, {}])("no reason is told of %p", (error) => {
  expect(toNetworkFailure(error, HOST, false).message).toBe(
    "the connection failed (unknown reason)",
  );
});
