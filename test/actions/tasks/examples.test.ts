/** The examples that the designer shows for a task go together: pasted in at once, they work. */
import component from "../../../src/index";
import type { Compiled } from "../../support/actions";
import { useActions, useVirtualTime } from "../../support/actions";

const { act, sandbox, sent } = useActions();

const TIMES = {
  created_datetime: "2025-02-07T09:55:18.064317+00:00",
  updated_datetime: "2025-02-07T09:55:18.064317+00:00",
  deleted_datetime: null,
};

/** What each task does in the end: its last request. */
const LAST_REQUESTS: Record<string, string> = {
  addCustomerChannel: "PUT /api/customers/3924",
  addInternalNote: "POST /api/tickets/353768814/messages",
  applyMacro: "GET /api/jobs/",
  assignTicket: "PUT /api/tickets/353768814",
  closeTicket: "PUT /api/tickets/353768814",
  deleteTickets: "GET /api/tickets",
  downloadAttachment: "GET /api/attachment/download/Hna8kldnmlal/",
  eraseCustomer: "DELETE /api/customers/3924",
  findCustomer: "GET /api/customers/3924",
  findOrCreateCustomer: "GET /api/customers/3924",
  importTicket: "POST /api/tickets",
  listCustomerTickets: "GET /api/tickets",
  openTicket: "POST /api/tickets",
  reopenTicket: "PUT /api/tickets/353768814",
  replyToTicket: "POST /api/tickets/353768814/messages",
  searchTickets: "PUT /api/views/0/items",
  setTicketFields: "GET /api/tickets/353768814/custom-fields",
  snoozeTicket: "PUT /api/tickets/353768814",
  waitForJob: "GET /api/jobs/8571",
  waitForMessageDelivery: "GET /api/tickets/353768814/messages/353768814",
};

function copyOf<R>(records: Map<number, R>, from: number, changes: Partial<R> & { id: number }) {
  records.set(changes.id, { ...(records.get(from) as R), ...changes });
}

/** The account that the examples are of. */
beforeEach(() => {
  const { records, state } = sandbox();
  const channel = { id: 81204, type: "email", address: "john@example.com", preferred: true };
  records.customers.add({
    id: 3924,
    email: "john@example.com",
    channels: [{ ...TIMES, ...channel }],
  });
  records.tickets.add({ id: 353768814, customer_id: 3924 });
  records.messages.add({ id: 353768814, ticket_id: 353768814 });
  copyOf(state.users, 2, { id: 567, email: "anna@example.com" });
  copyOf(state.teams, 101, { id: 12, name: "Escalations" });
  copyOf(state.integrations, 401, { id: 401, meta: { address: "support@example.com" } });
  copyOf(state.macros, 752, { id: 5712 });
  const [job] = [...state.jobs.keys()] as [number];
  copyOf(state.jobs, job, { id: 8571, status: "done" });
  const resourceName = "image-test-c9f158fc-062d-4b00-a826-e29b36852c9b.png";
  state.files.set(`Hna8kldnmlal/${resourceName}`, {
    domainHash: "Hna8kldnmlal",
    resourceName,
    fileType: "attachment",
    name: "image.png",
    contentType: "image/png",
    data: Buffer.from("An image"),
  });
});

it.each(Object.entries(LAST_REQUESTS))("%s: all of them at once end in %s", async (key, last) => {
  useVirtualTime();
  const { inputs } = (component.actions as unknown as Record<string, Compiled>)[key] as Compiled;
  const examples = inputs
    .filter(({ key: own }) => own !== "connection")
    .map(({ key: own, example, collection }) => [
      own,
      collection === "valuelist" ? [example] : example,
    ]);
  expect(examples.filter(([, example]) => example === undefined)).toEqual([]);
  await act(key, Object.fromEntries(examples));
  const { method, path } = sent().at(-1) as { method: string; path: string };
  expect(`${method} ${path}`).toContain(last);
});
