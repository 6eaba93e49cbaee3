import type { GorgiasClient } from "../../../client";
import { path } from "../../../http/path";
import { integer } from "../../../inputs/clean";
import { listRecords, MAX_PAGE_SIZE } from "../../../lists";
import { isSameEmail } from "../customers/emails";
import { matchesByName, requireSingleMatch } from "../names";
import type { Team, User } from "../types";

/** The id of the user with an email address. Users who were deactivated get no tickets. */
export async function userIdOf(client: GorgiasClient, email: string): Promise<number> {
  const matches = (user: User) =>
    isSameEmail(user.email, email) && user.active !== false && !user.deactivated_datetime;
  const listed = await listRecords<User>(client, path`/users`, { email, limit: MAX_PAGE_SIZE });
  const found = listed.data.filter(matches);
  // How the filter takes letter case is not documented.
  const { data } =
    found.length > 0
      ? { data: found }
      : await listRecords<User>(client, path`/users`, { fetchAll: true });
  return requireSingleMatch("User", "user", email, data.filter(matches));
}

/** The id of the team with a name: to the letter or, if there is none, in any letter case. */
export async function teamIdOf(client: GorgiasClient, name: string): Promise<number> {
  const { data } = await listRecords<Team>(client, path`/teams`, { fetchAll: true });
  return requireSingleMatch(
    "Team",
    "team",
    name,
    matchesByName(data, name, (team) => team.name),
  );
}

/** What a builder writes to take a ticket from its user or team. */
const NOBODY = "nobody";

/**
 * The assignee as Gorgias takes it.
 *
 * @param given an id, a name or email address, or nobody.
 * @param idOf finds the id by the name or email address.
 * @returns null for nobody, undefined to leave it as it is.
 */
export async function assigneeOf(
  label: string,
  given: string | undefined,
  idOf: (name: string) => Promise<number>,
): Promise<{ id: number } | null | undefined> {
  if (given === undefined) {
    return undefined;
  }
  if (given.toLowerCase() === NOBODY) {
    return null;
  }
  return { id: /^\d+$/.test(given) ? integer(label, { minimum: 0 })(given) : await idOf(given) };
}
