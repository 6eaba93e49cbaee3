import { createHmac } from "node:crypto";
import type { Position } from "./collection";
import { ApiError } from "./errors";

/** The side of a position on which a page lies, in the order of the list. */
export type Side = "next" | "prev";

interface CursorContent {
  position: Position;
  side: Side;
}

/** Writes and reads cursors: opaque, signed, bound to one query, good for a limited time. */
export class Cursors {
  readonly #secret: string;
  readonly #ttlMs: number;

  constructor(secret: string, ttlMs: number) {
    this.#secret = secret;
    this.#ttlMs = ttlMs;
  }

  /** @param query what the cursor is bound to: the path, the filters and the order of the list */
  write({ position, side }: CursorContent, query: string, nowMs: number): string {
    const content = [position.key, position.id, side, nowMs + this.#ttlMs];
    const payload = Buffer.from(JSON.stringify(content)).toString("base64url");
    return `${payload}.${this.#sign(payload, query)}`;
  }

  /** @throws ApiError 400 when the cursor is not one of ours for this query, or is too old */
  read(cursor: string, query: string, nowMs: number): CursorContent {
    const [payload = "", signature] = cursor.split(".");
    if (signature !== this.#sign(payload, query)) {
      throw invalidCursor("invalid for this query");
    }
    const [key, id, side, expiresMs] = JSON.parse(Buffer.from(payload, "base64url").toString());
    if (nowMs >= expiresMs) {
      throw expiredCursor();
    }
    return { position: { key, id }, side };
  }

  #sign(payload: string, query: string): string {
    return createHmac("sha256", this.#secret)
      .update(`${payload}\n${query}`)
      .digest("base64url")
      .slice(0, 22);
  }
}

export function expiredCursor(): ApiError {
  return invalidCursor("expired");
}

function invalidCursor(reason: string): ApiError {
  return new ApiError(400, "Invalid cursor.", { cursor: [reason] });
}
