import type { Inputs } from "@prismatic-io/spectral";

/** A page of a list: all of it, how much, and where it begins. */
const PAGINATION = ["fetchAll", "limit", "cursor", "ignored_item", "direction"];

/**
 * The one order of inputs in the designer: the connection, what is required, what is used every day,
 * what is rare, the page of a list, Clear Fields, Debug Request. Beyond that they stay as they are
 * written.
 */
export function inOrder<I extends Inputs>(inputs: I): I {
  const given = Object.entries(inputs as Record<string, Ordered>);
  const entries = given.map(([key, { rare, ...input }]) => ({
    place: placeOf(key, input.required === true, rare === true),
    entry: [key, input] as const,
  }));
  entries.sort((one, other) => one.place - other.place);
  return Object.fromEntries(entries.map(({ entry }) => entry)) as unknown as I;
}

interface Ordered {
  required?: boolean;
  /** Is it needed seldom? Only the order knows; the platform is not told. */
  rare?: boolean;
}

function placeOf(key: string, isRequired: boolean, isRare: boolean): number {
  if (key === "connection") {
    return 0;
  }
  if (key === "clear_fields") {
    return 200;
  }
  if (key === "debugRequest") {
    return 201;
  }
  if (PAGINATION.includes(key)) {
    return 100 + PAGINATION.indexOf(key);
  }
  return isRequired ? 1 : isRare ? 3 : 2;
}
