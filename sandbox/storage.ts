/** The second origin, which downloads redirect to: files behind URLs signed for a limited time. */
import { createHmac } from "node:crypto";
import { htmlResponse, type RawResponse } from "./delivery";
import type { LoggedRequest } from "./requestLog";
import { fileKey, isPrivate } from "./state/files";
import type { StoredFile } from "./state/records/files";
import type { State } from "./state/state";
import type { Clock } from "./timeline";

const SIGNED_URL_TTL_MS = 5 * 60_000;

export interface FileUrls {
  /** Works for five minutes. */
  signed(file: StoredFile): string;
  /** Works for good, for kinds that are not private. */
  public(file: StoredFile): string;
}

export interface StorageOptions {
  state: State;
  clock: Clock;
  secret: string;
  /** Base URL of this origin, once it listens. */
  baseUrl(): string;
}

export class Storage implements FileUrls {
  readonly #options: StorageOptions;

  constructor(options: StorageOptions) {
    this.#options = options;
  }

  signed(file: StoredFile): string {
    const expires = String(this.#options.clock.now() + SIGNED_URL_TTL_MS);
    const signature = this.#sign(fileKey(file), expires);
    return `${this.public(file)}?expires=${expires}&signature=${signature}`;
  }

  public(file: StoredFile): string {
    return `${this.#options.baseUrl()}/${fileKey(file)}`;
  }

  /** Serves a file; credentials sent here are a leak, and answer 400. */
  async respond({ method, path, query, headers }: LoggedRequest): Promise<RawResponse> {
    if (headers.authorization !== undefined) {
      return htmlResponse(400, {}, "Only one authorization mechanism is allowed.");
    }
    const file = this.#options.state.files.get(path.slice(1));
    if (method !== "GET" || !file) {
      return htmlResponse(404, {}, "Not found.");
    }
    if (isPrivate(file) && !this.#isSigned(path.slice(1), new URLSearchParams(query))) {
      return htmlResponse(403, {}, "The signature is missing, wrong or expired.");
    }
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
    return {
      status: 200,
      headers: { "Content-Type": file.contentType, "Content-Disposition": disposition },
      body: file.data,
    };
  }

  #isSigned(key: string, query: URLSearchParams): boolean {
    const expires = query.get("expires") ?? "";
    return (
      query.get("signature") === this.#sign(key, expires) &&
      this.#options.clock.now() < Number(expires)
    );
  }

  #sign(key: string, expires: string): string {
    return createHmac("sha256", this.#options.secret).update(`${key}\n${expires}`).digest("hex");
  }
}
