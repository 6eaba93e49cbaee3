import { flow } from "@prismatic-io/spectral";
import type { Page, Ticket } from "../records";

const STALE_MS = 3 * 24 * 60 * 60_000;

/** On a schedule: open tickets that nobody has touched for three days become urgent. */
export const staleTickets = flow({
  name: "Stale Tickets",
  stableKey: "stale-tickets",
  description: "Raises the priority of open tickets that nobody has touched for three days.",
  schedule: { value: "0 6 * * *" },
  onExecution: async (context) => {
    const { gorgias } = context.components;
    const connection = context.configVars["Gorgias Connection"];
    const { data: list } = await gorgias.listTickets<Page<Ticket>>({
      connection,
      trashed: "false",
      order_by: "updated_datetime:asc",
      limit: "100",
    });
    const before = new Date(Date.now() - STALE_MS).toISOString();
    const stale = list.data.filter(
      ({ status, priority, updated_datetime }) =>
        status === "open" && priority === "normal" && updated_datetime < before,
    );
    const raised: number[] = [];
    for (const { id } of stale) {
      try {
        await gorgias.updateTicket({ connection, id: String(id), priority: "high" });
        raised.push(id);
      } catch (error) {
        // Deleted since it was listed. By name and properties: the class is another one here.
        const { name, status } = error as { name?: string; status?: number };
        if (name !== "GorgiasError" || status !== 404) {
          throw error;
        }
      }
    }
    return { data: { raised } };
  },
});
