import { fieldSchema } from "../contract/fieldSchemas";
import type { Route } from "../contract/routes";
import { integer, text } from "./clean";
import { input } from "./input";
import { fetchAll } from "./shared";

export interface PageExamples {
  cursor?: string;
  limit?: string;
  fetchAll?: string;
}

/** A place and a size that show what they look like. */
export const PAGE_EXAMPLES = { cursor: "cHJldl9fNl9fMjAyMS0wMy0wMyAwNjowMDowMA==", limit: "30" };

/** Lists of the documentation page: the notes of their Limit stay word for word. */
const DOCUMENTED: readonly Route[] = [
  "GET /customers",
  "GET /events",
  "GET /messages",
  "GET /tickets",
];

/**
 * The inputs that every list has: a page's place and size, and Fetch All.
 *
 * @param records their plural, such as "tickets".
 */
export function paginationInputs(
  route: Route,
  records: string,
  examples: PageExamples = PAGE_EXAMPLES,
) {
  const limit = fieldSchema(route, "limit");
  const unset = DOCUMENTED.includes(route) ? "" : ` If left blank, ${PAGE_EXAMPLES.limit}.`;
  return {
    cursor: input(
      {
        label: "Cursor",
        comments: `Value indicating your position in the list of all ${records}. If omitted, the first ${records} of the list will be returned.`,
        example: examples.cursor,
      },
      { type: "string", clean: text("Cursor", fieldSchema(route, "cursor")) },
    ),
    fetchAll: fetchAll(records, examples.fetchAll),
    limit: input(
      {
        label: "Limit",
        comments: `Maximum number of ${records} to return. The max number allowed is ${limit.maximum}.${unset}`,
        example: examples.limit,
      },
      { type: "string", clean: integer("Limit", limit) },
    ),
  };
}
