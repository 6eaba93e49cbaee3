import { AttemptFailure } from "./failure";

/**
 * Tells in words why there was no whole response, without the request: it holds credentials.
 *
 * @param hasConnected was there a connection, its TLS handshake done? Before that nothing was sent.
 */
export function toNetworkFailure(
  error: unknown,
  hostname: string,
  hasConnected: boolean,
): AttemptFailure {
  const causes = causesOf(error);
  const code = causes.find((cause) => cause.code)?.code ?? "unknown reason";
  if (code === "TIMEOUT") {
    return new AttemptFailure((error as Error).message, { mayHaveArrived: hasConnected });
  }
  const isCertificate = !hasConnected && causes.some((cause) => isCertificateCode(cause.code));
  return new AttemptFailure(`${describe(code, hostname, hasConnected, isCertificate)} (${code})`, {
    mayHaveArrived: hasConnected,
  });
}

function causesOf(error: unknown): NodeJS.ErrnoException[] {
  // By shape: Node's own errors are of another realm where the platform runs a component in one.
  if (error === null || typeof error !== "object") {
    return [];
  }
  const { cause, errors = [] } = error as { cause?: unknown; errors?: unknown[] };
  return [error as NodeJS.ErrnoException, ...[cause, ...errors].flatMap(causesOf)];
}

function isCertificateCode(code = ""): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_/.test(code);
}

function describe(
  code: string,
  hostname: string,
  hasConnected: boolean,
  isCertificate: boolean,
): string {
  switch (code) {
    case "ECONNREFUSED":
      return "the connection was refused";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `the host ${hostname} was not found`;
    case "Z_BUF_ERROR":
    case "Z_DATA_ERROR":
    case "ERR_BROTLI_DECODER_ERROR":
      return "the answer was cut short";
    case "ECONNRESET":
    case "EPIPE":
    case "ECONNABORTED":
      return hasConnected ? "the connection was lost" : "no connection came about";
    default:
      return isCertificate ? "the server's certificate was not accepted" : "the connection failed";
  }
}
