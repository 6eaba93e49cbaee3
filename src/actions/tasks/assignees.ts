import type { GorgiasClient } from "../../client";
import { path } from "../../http/path";
import { integer, refuse } from "../../inputs/clean";
import { listRecords, MAX_PAGE_SIZE } from "../../listing";
import { isSameEmail } from "./addresses";
import type { Team, User } from "./types";

/** The id of the user with an email address. Users who were deactivated get no tickets. */
export async function userIdOf(client: GorgiasClient, email: string): Promise<number> {
  const filters = { email, limit: MAX_PAGE_SIZE };
  const { data } = await listRecords<User>(client, path`/users`, filters);
  const fitting = data.filter(
    (user) => isSameEmail(user.email, email) && user.active !== false && !user.deactivated_datetime,
  );
  return theOne("User", "user", email, fitting);
}

/** The id of the team with a name: to the letter or, if there is none, in any letter case. */
export async function teamIdOf(client: GorgiasClient, name: string): Promise<number> {
  const { data } = await listRecords<Team>(client, path`/teams`, { fetchAll: true });
  const exact = data.filter((team) => team.name.trim() === name.trim());
  const fitting = data.filter((team) => alike(team.name) === alike(name));
  return theOne("Team", "team", name, exact.length > 0 ? exact : fitting);
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

/** The one record of those that fit. @throws InputError when there is none, or more than one */
function theOne(
  label: string,
  kind: string,
  given: string,
  fitting: readonly { id: number }[],
): number {
  const [first, ...others] = fitting;
  if (!first) {
    throw refuse(label, `must be a ${kind} of the account`, given);
  }
  if (others.length > 0) {
    throw refuse(
      label,
      `must tell one ${kind} from all others, and these have the same: ${fitting.map(({ id }) => id).join(", ")}; give the ID instead`,
      given,
    );
  }
  return first.id;
}

function alike(name: string): string {
  return name.trim().toLowerCase();
}
