/** Views: saved filters over tickets or customers. What the filters mean is in viewFilters.ts. */
import type { Schemas } from "../contract/types";
import { invalid, notFound } from "../errors";
import type { Actor } from "./actor";
import { recordEvent } from "./events";
import type { ViewRecord } from "./records/views";
import type { State } from "./state";
import { checkFilters } from "./viewFilters";

/** @throws ApiError 404 */
export function requireView(state: State, id: number): ViewRecord {
  const view = state.views.get(id);
  if (!view) {
    throw notFound("View", id);
  }
  return view;
}

/** @throws ApiError 400 for filters that cannot be read, and for sharing with nobody who exists */
export function createView(state: State, actor: Actor, input: Schemas["ViewCreate"]): ViewRecord {
  const { shared_with_teams = [], shared_with_users = [], ...given } = input;
  checkFilters(given.filters);
  const shared = sharing(state, { shared_with_teams, shared_with_users });
  const id = state.views.nextId();
  const name = given.name ?? "";
  const view: ViewRecord = {
    decoration: null,
    fields: [],
    filters: "",
    filters_ast: EMPTY_PROGRAM,
    name,
    order_by: "updated_datetime",
    order_dir: "desc",
    search: null,
    section_id: null,
    type: "ticket-list",
    visibility: "public",
    ...given,
    ...shared,
    id,
    category: "user",
    created_datetime: state.timeline.next(),
    deactivated_datetime: null,
    uri: `/api/views/${id}/`,
  };
  state.views.set(id, view);
  recordEvent(state, actor, viewEvent("view-created", id));
  return view;
}

/** @throws ApiError 400 for filters that cannot be read, and for sharing with nobody who exists */
export function updateView(
  state: State,
  actor: Actor,
  view: ViewRecord,
  { shared_with_teams, shared_with_users, ...input }: Schemas["ViewUpdate"],
): ViewRecord {
  checkFilters(input.filters);
  const shared = sharing(state, { shared_with_teams, shared_with_users });
  const changed = { ...view, ...input, ...shared };
  state.views.set(view.id, changed);
  recordEvent(state, actor, viewEvent("view-updated", view.id));
  return changed;
}

export function deleteView(state: State, actor: Actor, { id }: ViewRecord): void {
  state.views.delete(id);
  recordEvent(state, actor, viewEvent("view-deleted", id));
}

/** Stands for the parsed filters, which nothing here reads. */
export const EMPTY_PROGRAM = { type: "Program", body: [], sourceType: "script" };

type Sharing = Pick<Schemas["ViewUpdate"], "shared_with_teams" | "shared_with_users">;

/** Ids as the view shows them: with the names of teams and users. */
function sharing(
  state: State,
  { shared_with_teams: teams, shared_with_users: users }: Sharing,
): Partial<Pick<ViewRecord, "shared_with_teams" | "shared_with_users">> {
  return {
    ...(teams && { shared_with_teams: named(state.teams, teams, "shared_with_teams") }),
    ...(users && { shared_with_users: named(state.users, users, "shared_with_users") }),
  };
}

function named(
  records: ReadonlyMap<number, { id: number; name: string | null }>,
  ids: readonly number[],
  field: string,
): { id: number; name: string | null }[] {
  return ids.map((id, index) => {
    const record = records.get(id);
    if (!record) {
      throw invalid(`${field}.${index}`, "Does not exist.");
    }
    return { id, name: record.name };
  });
}

function viewEvent(type: string, id: number) {
  return { type, object_type: "View", object_id: id };
}
