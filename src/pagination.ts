import { SpectralError } from "@prismatic-io/spectral";

/** A page of a list, whatever it lists. */
export interface Page<T> {
  records: T[];
  /** Where the next page begins; undefined on the last page. */
  next?: string;
}

/** Pages that hold nothing but point on: more than this in a row is no list but a loop. */
const MAX_EMPTY_PAGES = 10;

/** A list that cannot be walked to its end. */
export class PaginationError extends SpectralError {
  constructor(message: string) {
    super(message);
    this.name = "PaginationError";
  }
}

/**
 * Walks a list from its first page to its last, a page at a time. Knows no endpoint.
 *
 * @param readPage reads the page that begins at a cursor, the first one without.
 * @throws PaginationError when a cursor repeats, so that the walk would not end.
 */
export async function* paginate<T>(
  readPage: (cursor?: string) => Promise<Page<T>>,
): AsyncGenerator<T[], void, void> {
  const seen = new Set<string>();
  let emptyPages = 0;
  let cursor: string | undefined;
  do {
    const { records, next } = await readPage(cursor);
    yield records;
    emptyPages = records.length === 0 ? emptyPages + 1 : 0;
    if (next !== undefined && (seen.has(next) || emptyPages > MAX_EMPTY_PAGES)) {
      throw new PaginationError(
        `The list does not end: page ${seen.size + 1} points ${seen.has(next) ? "back to an earlier page" : "on, again without records"}.`,
      );
    }
    if (next !== undefined) {
      seen.add(next);
    }
    cursor = next;
  } while (cursor !== undefined);
}
