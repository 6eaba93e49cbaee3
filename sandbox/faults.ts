/** The fault plan: what a test wants to go wrong, and at which request. */

/** One way for a request to go wrong. `after` means: once the write has been performed. */
export type Fault =
  | {
      /** Answer this status; without `after` the request is not performed. */
      status: number;
      after?: boolean;
      headers?: Record<string, string>;
      /** Text is sent as HTML, anything else as JSON. Default: the error form. */
      body?: unknown;
    }
  /** Destroy the socket before or after the request is performed. */
  | { reset: "before" | "after" }
  /**
   * Perform, then cut the answer: `true` sends half of what Content-Length says and destroys the
   * socket, `"json"` sends a complete HTTP answer that holds half of the JSON text.
   */
  | { truncate: true | "json" }
  /** Wait this long (real time, ms), then go on as usual. */
  | { delayMs: number }
  /** Treat the cursor of the request as expired. */
  | { expireCursor: true };

export interface FaultRule {
  /** Any method when left out. */
  method?: string;
  /** The whole path without query, or a pattern for it. Any path when left out. */
  path?: string | RegExp;
  /** How many matching requests get the fault; default 1. */
  times?: number;
  /** How many matching requests pass before the first; default 0. */
  skip?: number;
  /** The origin whose requests are meant: the API (default) or the one downloads redirect to. */
  origin?: ServerName;
  fault: Fault;
}

export type ServerName = "api" | "storage";

export class FaultPlan {
  #rules: { rule: FaultRule; skip: number; times: number }[] = [];

  add(rule: FaultRule): void {
    this.#rules.push({ rule, skip: rule.skip ?? 0, times: rule.times ?? 1 });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The fault for a request, from the first rule that is due. Every call uses rules up. */
  take(origin: ServerName, method: string, path: string): Fault | undefined {
    for (const entry of this.#rules) {
      if (entry.times <= 0 || !matches(entry.rule, origin, method, path)) {
        continue;
      }
      if (entry.skip > 0) {
        entry.skip -= 1;
        continue;
      }
      entry.times -= 1;
      return entry.rule.fault;
    }
    return undefined;
  }
}

function matches(rule: FaultRule, origin: ServerName, method: string, path: string): boolean {
  if ((rule.origin ?? "api") !== origin) {
    return false;
  }
  if (rule.method !== undefined && rule.method.toUpperCase() !== method) {
    return false;
  }
  if (rule.path instanceof RegExp) {
    return path.search(rule.path) >= 0;
  }
  return rule.path === undefined || rule.path === path;
}
