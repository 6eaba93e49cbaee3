import type { Effect } from "./effect";
import type { RetryPolicy } from "./retry";

/** What a request creates, and what a builder does when it is not known whether it was created. */
export interface Creation {
  /** Such as "ticket". */
  what: string;
  /** Such as "look with List Tickets before you run this again". */
  advice: string;
}

/** What is asked for, without regard to who answers. */
export interface HttpRequest {
  method: string;
  /** As logs and errors show it. */
  path: string;
  /** Without a question mark. */
  query?: string;
  /** JSON text, or the bytes of a form. */
  body?: string | Buffer;
  contentType?: string;
  /** What the response is read as. "any": as JSON when it says that it is, else as text. */
  expect: "json" | "text" | "bytes" | "any";
  /** What sending it again would do. */
  effect: Effect;
  creates?: Creation;
  retryPolicy?: RetryPolicy;
}

/** An HTTP response, whatever its status. */
export interface HttpResponse<T = unknown> {
  data: T;
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
}
