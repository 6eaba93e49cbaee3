import { SpectralError } from "@prismatic-io/spectral";

/** A page of a list, whatever it lists and however it points to the next one. */
export interface Page<T, C = string> {
  records: T[];
  /** Where the next page begins; undefined on the last page. */
  next?: C;
}

/** Empty pages that point on: more than this in a row is no list but a loop. */
const MAX_EMPTY_PAGES = 10;

/** A list that cannot be read to its end. */
export class PaginationError extends SpectralError {
  constructor(message: string) {
    super(message);
    this.name = "PaginationError";
  }
}

/**
 * Reads a list from its first page to its last, a page at a time. Knows no endpoint.
 *
 * @param readPage reads the page that begins at a cursor, the first one without.
 * @param name of the list, for errors.
 * @throws PaginationError when a cursor repeats, so that the list would not end.
 */
export async function* paginate<P extends Page<unknown, unknown>>(
  readPage: (cursor?: P["next"]) => Promise<P>,
  name = "The list",
): AsyncGenerator<P, void, void> {
  const seen = new Set<string>();
  let emptyPages = 0;
  let cursor: P["next"] | undefined;
  while (true) {
    const page = await readPage(cursor);
    yield page;
    cursor = page.next;
    if (cursor === undefined) {
      return;
    }
    const key = JSON.stringify(cursor);
    emptyPages = page.records.length === 0 ? emptyPages + 1 : 0;
    if (seen.has(key) || emptyPages > MAX_EMPTY_PAGES) {
      throw new PaginationError(
        `${name} does not end: page ${seen.size + 1} points ${seen.has(key) ? "back to an earlier page" : "on, again without records"}.`,
      );
    }
    seen.add(key);
  }
}
