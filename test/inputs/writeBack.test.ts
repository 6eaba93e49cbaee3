/** What one action gives, the next one takes: through the compiled component and the sandbox. */
import { useActions } from "../support/actions";

const { act, sent, sandbox } = useActions();

type Json = Record<string, unknown>;

async function read(action: string, inputs: Json): Promise<Json> {
  const { data } = (await act(action, inputs)) as { data: Json };
  sandbox().requests.length = 0;
  return data;
}

function body(): Json {
  return sent().find(({ method }) => method !== "GET")?.body as Json;
}

describe("what was read can be written back", () => {
  it("a message's sender, source and attachments to another message", async () => {
    const { sender, source, via } = await read("getTicketMessage", {
      ticket_id: "1",
      id: "1000001",
    });
    const { id } = sender as { id: number };
    await act("createTicketMessage", {
      ticket_id: "5",
      channel: "email",
      from_agent: "false",
      via,
      sender,
      source,
      sent_datetime: "2025-01-01T00:00:00Z",
    });
    expect(body()).toMatchObject({ sender: { id }, source: { type: expect.any(String) } });
  });

  it("whole messages to a new ticket, with the customer of the old one", async () => {
    const ticket = await read("getTicket", { id: "1" });
    const [message] = ticket.messages as [Json];
    const { id } = ticket.customer as { id: number };
    await act("createTicket", {
      customer: ticket.customer,
      messages: JSON.stringify(ticket.messages),
    });
    expect(body()).toMatchObject({
      customer: { id },
      messages: [{ sender: { id: (message.sender as Json).id }, body_text: message.body_text }],
    });
  });

  it("a ticket's people to another ticket", async () => {
    const [user, team] = [
      { id: 2, name: "Ada", uri: "/api/users/2/" },
      { id: 101, name: "Returns" },
    ];
    const { customer } = await read("getTicket", { id: "1" });
    await act("updateTicket", { id: "5", customer, assignee_user: user, assignee_team: team });
    expect(body()).toEqual({
      customer: { id: (customer as Json).id },
      assignee_user: { id: 2 },
      assignee_team: { id: 101 },
    });
  });

  it("a customer's channels to the customer", async () => {
    const { channels } = await read("getCustomer", { id: "1001" });
    await act("updateCustomer", { id: "1001", channels });
    expect(body().channels).toEqual(
      (channels as Json[]).map(({ type, address, preferred }) => ({ type, address, preferred })),
    );
  });
});
