import type { ActionLogger } from "@prismatic-io/spectral";
import { type Redactor, withoutNamedSecrets } from "./redaction";

const MAX_BODY_BYTES = 10_000;
/** Characters of a body that are searched for secrets. */
const MAX_READ_CHARACTERS = 100_000;

/** What is logged of a request or response: no headers but the call limit, so no credential. */
interface LogEntry {
  method: string;
  path: string;
  query?: string;
  body?: string | Buffer;
  contentType?: string;
  status?: number;
  ms?: number;
  callLimit?: string;
  error?: string;
}

/** Writes requests and answers to the run's log when Debug Request asks for it. */
export type DebugLog = (title: "request" | "answer", entry: LogEntry) => void;

/**
 * @param enabled when false, nothing is ever logged.
 * @param redactor takes the connection's secrets out, should a body or query repeat one.
 */
export function createDebugLog(
  logger: ActionLogger,
  enabled: boolean,
  redactor: Redactor,
): DebugLog {
  if (!enabled) {
    return () => undefined;
  }
  return (title, { contentType, ...given }) => {
    // A log never decides what becomes of a request.
    try {
      const entry = {
        ...given,
        path: withoutNamedSecrets(given.path),
        query: given.query && withoutNamedSecrets(given.query),
        body: loggable(redactor, given.body, contentType),
      };
      logger.debug(`Gorgias ${title}: ${redactor.text(JSON.stringify(entry))}`);
    } catch (error) {
      logger.warn(`Gorgias ${title}: it could not be logged (${(error as Error).name}).`);
    }
  };
}

function loggable(
  redactor: Redactor,
  body: string | Buffer | undefined,
  contentType = "",
): string | undefined {
  if (body === undefined) {
    return undefined;
  }
  const isText = typeof body === "string";
  if (!isText || /multipart|octet-stream|image|audio|video/.test(contentType)) {
    return `<${Buffer.byteLength(body)} bytes${contentType ? ` of ${contentType.split(";")[0]}` : ""}>`;
  }
  const bytes = Buffer.byteLength(body);
  // Before the cut, which could leave half a secret; far beyond it, nothing has to be read.
  const text = redactor.text(withoutNamedSecrets(body.slice(0, MAX_READ_CHARACTERS)));
  if (bytes <= MAX_BODY_BYTES) {
    return text;
  }
  return `${Buffer.from(text).subarray(0, MAX_BODY_BYTES).toString("utf8")}… (${bytes} bytes in all)`;
}
