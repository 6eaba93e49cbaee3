import { flow } from "@prismatic-io/spectral";
import { gorgiasPollChangesTrigger } from "../../manifest/src/triggers/pollChangesTrigger";
import type { Changes, Message, Result, Ticket } from "../records";

/** By a trigger of the component: each new message of a customer reopens what is closed. */
export const customerMessages = flow({
  name: "Customer Messages",
  stableKey: "customer-messages",
  description: "Reopens a closed ticket when its customer writes again.",
  schedule: { value: "*/5 * * * *" },
  // One run at a time: two that overlap would deliver the same messages twice.
  queueConfig: { singletonExecutions: true },
  onTrigger: gorgiasPollChangesTrigger({
    connection: { configVar: "Gorgias Connection" },
    pollResourceType: { value: "messages" },
  }),
  onExecution: async (context, params) => {
    const { gorgias } = context.components;
    const connection = context.configVars["Gorgias Connection"];
    const { created } = params.onTrigger.results.body.data as Changes<Message>;
    const ticketIds = new Set(
      created.filter(({ from_agent }) => !from_agent).map(({ ticket_id }) => String(ticket_id)),
    );
    const reopened: number[] = [];
    for (const id of ticketIds) {
      const { data: ticket } = await gorgias.getTicket<Result<Ticket>>({ connection, id });
      if (ticket.status === "closed") {
        await gorgias.reopenTicket({ connection, id });
        reopened.push(ticket.id);
      }
    }
    return { data: { reopened } };
  },
});
