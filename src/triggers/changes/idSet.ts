/**
 * A set of ids as sorted ranges, `[[first, last], …]`: what is imported at one moment has
 * consecutive ids, and so thousands of them stay a few bytes of a trigger's state.
 */
export type IdSet = readonly (readonly [number, number])[];

export const EMPTY: IdSet = [];

export function hasId(ids: IdSet, id: number): boolean {
  return ids.some(([first, last]) => first <= id && id <= last);
}

export function idSet(ids: readonly number[]): IdSet {
  return union(
    [],
    ids.map((id) => [id, id] as const),
  );
}

/** @returns a set with all of both. */
export function union(one: IdSet, other: IdSet): IdSet {
  const merged: [number, number][] = [];
  for (const [first, last] of [...one, ...other].sort((a, b) => a[0] - b[0])) {
    const open = merged.at(-1);
    if (open && first <= open[1] + 1) {
      open[1] = Math.max(open[1], last);
    } else {
      merged.push([first, last]);
    }
  }
  return merged;
}
