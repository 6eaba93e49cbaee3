/** Records that a builder names in words instead of by their IDs. */
import { refuse } from "../../inputs/refusal";

/** The records with a name: to the letter or, if there is none, in any letter case. */
export function matchesByName<R>(
  records: readonly R[],
  name: string,
  nameOf: (record: R) => string,
): R[] {
  const exact = records.filter((record) => nameOf(record).trim() === name.trim());
  return exact.length > 0
    ? exact
    : records.filter((record) => normalizeName(nameOf(record)) === normalizeName(name));
}

/**
 * The id of the one record that matches.
 *
 * @param kind what the record is, such as team.
 * @throws InputError when there is none, or more than one.
 */
export function requireSingleMatch(
  label: string,
  kind: string,
  given: string,
  matches: readonly { id: number }[],
): number {
  const [first, ...others] = matches;
  if (!first) {
    throw refuse(label, `must be a ${kind} of the account`, given);
  }
  if (others.length > 0) {
    throw refuse(
      label,
      `must tell one ${kind} from all others, and these have the same: ${matches.map(({ id }) => id).join(", ")}; give the ID instead`,
      given,
    );
  }
  return first.id;
}

export function normalizeName(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}
