/** New messages go to a team by what they are about, and the ticket says why. */
import { FIELD_IDS, TEAM_IDS } from "gorgias-sandbox/seed";
import { useInstance } from "../support/builder";

const { mailed, pollChanges, requests, sandbox, step, writes } = useInstance();

/** What a builder writes into a table: an intent, its team, tag and contact reason. */
const ROUTES = [
  { intent: "shipping/status", team: "Support", tag: "order-status", reason: "Late > Carrier" },
  { intent: "product/damaged", team: "escalations", tag: "refund", reason: "Damaged" },
];

async function everyFewMinutes(): Promise<void> {
  const changes = await pollChanges({ pollResourceType: "messages", showUpdatedRecords: "false" });
  for (const message of changes?.created ?? []) {
    if (!message.from_agent) {
      await route(message);
    }
  }
}

async function route(message: { ticket_id: number; intents: { name: string }[] }): Promise<void> {
  const names = message.intents.map(({ name }) => name);
  const found = ROUTES.find(({ intent }) => names.includes(intent));
  if (!found) {
    return;
  }
  const ticket = await step("getTicket", { id: message.ticket_id });
  if (ticket.assignee_team) {
    return;
  }
  await step("assignTicket", { id: ticket.id, team: found.team });
  await step("setTicketFields", {
    id: ticket.id,
    fields: [{ key: "contact reason", value: found.reason }],
  });
  await step("addTicketTags", { ticket_id: ticket.id, names: [found.tag] });
}

/** A customer writes on a new ticket. @returns the ticket's id */
function newMessage(intents: string[]): number {
  const { messages, tickets } = sandbox().records;
  const { id } = tickets.add({ customer_id: 1001 });
  messages.add({
    ticket_id: id,
    intents: intents.map((name) => ({ name, rejected: false, is_user_feedback: false })),
  });
  return id;
}

function reasonOf(ticketId: number) {
  return sandbox().state.tickets.get(ticketId)?.field_values.get(FIELD_IDS.dropdown);
}

it("routes each message by its intent, and leaves others alone", async () => {
  await everyFewMinutes();
  const [late, damaged, unknown, none] = [
    newMessage(["other/thanks", "shipping/status"]),
    newMessage(["product/damaged"]),
    newMessage(["other/question"]),
    newMessage([]),
  ];
  await everyFewMinutes();

  const { tickets } = sandbox().state;
  const teams = [late, damaged, unknown, none].map((id) => tickets.get(id)?.assignee_team_id);
  expect(teams).toEqual([...TEAM_IDS, null, null]);
  expect([late, damaged, unknown, none].map(reasonOf)).toMatchObject([
    "Late::Carrier",
    "Damaged",
    undefined,
    undefined,
  ]);
  expect(writes()).toEqual(
    [late, damaged].flatMap((id) => [
      `PUT /api/tickets/${id}`,
      `PUT /api/tickets/${id}/custom-fields/${FIELD_IDS.dropdown}`,
      `POST /api/tickets/${id}/tags`,
    ]),
  );
  expect(mailed()).toEqual([]);
});

it("routes nothing twice, and costs one request when nothing came", async () => {
  await everyFewMinutes();
  newMessage(["product/damaged"]);
  await everyFewMinutes();
  const [before, written] = [requests().length, writes()];
  await everyFewMinutes();
  expect(requests().slice(before)).toEqual(["GET /api/messages"]);
  expect(writes()).toEqual(written);
});
