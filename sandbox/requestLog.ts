import type { FilePart } from "./contract/multipart";

/** A request as it arrived, and how it was answered. */
export interface LoggedRequest {
  method: string;
  /** Path as sent, without the query. */
  path: string;
  /** Query string as sent, without the question mark. */
  query: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Parsed JSON; the bytes of any other body; undefined for none and for multipart. */
  body: unknown;
  /** Files of a multipart body. */
  parts?: FilePart[];
  /** Status sent, or "reset" when the socket was destroyed instead; 0 until answered. */
  status: number | "reset";
  /** What the response carries as X-Request-Id. */
  requestId: string;
  /** When it arrived, ms since the epoch by the sandbox's clock. */
  at: number;
}
