/**
 * A ticket that an agent tags "bug" becomes an issue of a tracker, whose key the ticket keeps; when the
 * issue is solved, the customer is told and the ticket closed.
 */
import { useInstance } from "../support/builder";

const { deployEvents, mailed, sandbox, step, writes } = useInstance();

/** A tracker: one issue for each ticket that is reported. */
class Tracker {
  readonly issues = new Map<number, { key: string; summary: string; description: string }>();

  report(ticketId: number, summary: string, description: string): { key: string } {
    const key = this.issues.get(ticketId)?.key ?? `BUG-${this.issues.size + 1}`;
    this.issues.set(ticketId, { key, summary, description });
    return { key };
  }
}

const EVENTS = { events: ["ticket-updated"], tags: ["bug"], status: "open" };

// biome-ignore lint/suspicious/noExplicitAny: what the trigger gives.
async function onTagged(event: any, tracker: Tracker): Promise<void> {
  const ticket = await step("getTicket", { id: event.ticket.id });
  if (ticket.external_id !== null) {
    return;
  }
  const { data } = await step("listMessages", {
    ticket_id: ticket.id,
    order_by: "created_datetime:asc",
    limit: "1",
  });
  const issue = tracker.report(ticket.id, ticket.subject, data[0].body_text);
  await step("updateTicket", { id: ticket.id, external_id: issue.key });
  await step("addInternalNote", {
    ticket_id: ticket.id,
    body_text: `Reported as ${issue.key}.`,
    external_id: `reported-${issue.key}`,
  });
}

/** What the tracker posts when an issue is solved. */
async function onSolved(issue: { key: string; solution: string }): Promise<void> {
  const { data: tickets } = await step("listTickets", { external_id: issue.key, trashed: "false" });
  for (const ticket of tickets) {
    await step("replyToTicket", {
      ticket_id: ticket.id,
      body_text: `Good news: ${issue.solution}`,
      external_id: `solved-${issue.key}`,
    });
    await step("closeTicket", { id: ticket.id });
  }
}

const SOLVED = { key: "BUG-1", solution: "the button works again." };

/** A customer's open ticket. @returns its id */
function problem(): number {
  const { messages, tickets } = sandbox().records;
  const { id } = tickets.add({ customer_id: 1001, subject: "The button does nothing" });
  messages.add({ ticket_id: id, body_text: "I click, and nothing happens." });
  return id;
}

it("reports a ticket once, and tells its customer once when the issue is solved", async () => {
  const tracker = new Tracker();
  const flow = await deployEvents(EVENTS);
  const id = problem();
  await step("addTicketTags", { ticket_id: id, names: ["bug"] });
  await step("updateTicket", { id, priority: "high" });
  await step("updateTicket", { id: "7", priority: "high" });
  const events = await flow.events();
  expect(events.every(({ ticket }) => ticket.id === id)).toBe(true);
  for (const event of events) {
    await onTagged(event, tracker);
  }

  expect([...tracker.issues]).toEqual([
    [
      id,
      {
        key: "BUG-1",
        summary: "The button does nothing",
        description: "I click, and nothing happens.",
      },
    ],
  ]);
  expect(sandbox().state.tickets.get(id)).toMatchObject({ external_id: "BUG-1" });
  expect(mailed()).toEqual([]);

  await onSolved(SOLVED);
  await step("waitForMessageDelivery", { ticket_id: id, id: lastMessageOf(id) });
  expect(mailed()).toEqual([{ ticketId: id, text: "Good news: the button works again." }]);
  expect(sandbox().state.tickets.get(id)).toMatchObject({ status: "closed" });
});

it("reports and tells nothing twice when either side calls again", async () => {
  const tracker = new Tracker();
  const flow = await deployEvents(EVENTS);
  const id = problem();
  await step("addTicketTags", { ticket_id: id, names: ["bug"] });
  for (const event of await flow.events()) {
    await onTagged(event, tracker);
  }
  await onSolved(SOLVED);
  const written = writes();
  // What the flow itself wrote is an event, too.
  for (const event of [...(await flow.events()), ...(await flow.repeatedEvents())]) {
    await onTagged(event, tracker);
  }
  expect(writes()).toEqual(written);

  await onSolved(SOLVED);
  // To close a closed ticket changes nothing.
  expect(writes().slice(written.length)).toEqual([`PUT /api/tickets/${id}`]);
  await step("waitForMessageDelivery", { ticket_id: id, id: lastMessageOf(id) });
  expect(mailed()).toHaveLength(1);
});

function lastMessageOf(ticketId: number): number {
  const own = [...sandbox().state.messages.values()].filter(
    ({ ticket_id }) => ticket_id === ticketId,
  );
  return own.at(-1)?.id ?? 0;
}
