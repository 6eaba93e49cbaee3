import type { GorgiasClient } from "../../client";
import type { RouteInputs } from "../../contract/routes";
import type { Schemas } from "../../contract/types";
import { InputError } from "../../errors";
import { formatValue } from "../../text";

type SearchedView = RouteInputs<"PUT /views/{view_id}/items">["view"];

const SEARCHABLE = "ticket-list";

/** @throws InputError for a view of customers, whose items no search finds. */
export async function savedView(client: GorgiasClient, id: number): Promise<Schemas["View"]> {
  const view = await client.request("GET /views/{id}", { id });
  if (view.type && view.type !== SEARCHABLE) {
    throw new InputError(
      `View ID must be of a view of tickets; given ${id}, of the type ${formatValue(view.type)}.`,
      { input: "View ID", given: String(id) },
    );
  }
  return view;
}

/** The search of a view for those of its tickets that are asked for, in its order. */
export function within(view: Schemas["View"], asked: SearchedView = {}): SearchedView {
  return {
    ...asked,
    filters: joined(view.filters, asked.filters),
    search: [view.search, asked.search].filter(Boolean).join(" ") || undefined,
    order_by: view.order_by ?? undefined,
    order_dir: view.order_dir === "asc" || view.order_dir === "desc" ? view.order_dir : undefined,
  };
}

function joined(one?: string | null, other?: string): string | undefined {
  const given = [one, other].filter((filters) => filters?.trim());
  const parts = given.map((filters) =>
    given.length > 1 && filters?.includes("||") ? `(${filters})` : filters,
  );
  return parts.length > 0 ? parts.join(" && ") : undefined;
}
