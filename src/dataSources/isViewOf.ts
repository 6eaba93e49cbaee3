import type { GorgiasClient } from "../client";

/**
 * Does a view list these records? The designer hands a picker the View ID of the action it stands in,
 * which may be a view of other records, or view 0 of a search.
 *
 * @throws GorgiasError for a view that there is not.
 */
export async function isViewOf(
  client: GorgiasClient,
  id: number,
  type: "ticket-list" | "customer-list",
): Promise<boolean> {
  const view = await client.request("GET /views/{id}", { id });
  return view.type === type;
}
