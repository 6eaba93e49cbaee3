/** A customer asks for an invoice: it goes out as a file on a reply, and the ticket is closed. */
import { useInstance } from "../support/builder";

const { mailed, requests, sandbox, step, writes } = useInstance();

const PDF = Buffer.from("%PDF-1.7\n\u0000\u00ff binary", "latin1");

/** What the accounting's HTTP step gives: a file, as the platform hands one over. */
const INVOICE = { data: PDF, contentType: "application/pdf" };

async function sendInvoice(ticketId: string, number: string): Promise<string> {
  const ticket = await step("getTicket", { id: ticketId });
  const reply = `invoice-${number}`;
  const sent = ticket.messages.find(
    (message: { external_id: string | null }) => message.external_id === reply,
  );
  if (sent) {
    return "sent before";
  }
  const files = await step("uploadFiles", { file: INVOICE, file_name: `${number}.pdf` });
  const message = await step("replyToTicket", {
    ticket_id: ticket.id,
    body_html: `<p>Hello ${ticket.customer.firstname},</p><p>here is your invoice ${number}.</p>`,
    attachments: files,
    external_id: reply,
  });
  const { status } = await step("waitForMessageDelivery", {
    ticket_id: message.ticket_id,
    id: message.id,
  });
  if (status === "sent") {
    await step("closeTicket", { id: ticket.id });
  }
  return status;
}

/** A ticket with an email of its customer. @returns its id */
async function ask(email: string): Promise<number> {
  const { ticket } = await step("openTicket", {
    customer_email: email,
    customer_name: "Ina Voice",
    subject: "Invoice",
    body_text: "May I have the invoice of order 1042?",
  });
  return ticket.id;
}

it("sends the invoice once, as the file it was, and closes the ticket", async () => {
  const id = await ask("ina@example.com");
  const before = requests().length;
  expect(await sendInvoice(String(id), "RE-1042")).toBe("sent");
  expect(mailed()).toEqual([
    { ticketId: id, text: expect.stringContaining("here is your invoice RE-1042.") },
  ]);
  const [{ messageId } = { messageId: 0 }] = sandbox().sentMessages;
  expect(sandbox().state.messages.get(messageId)).toMatchObject({
    subject: "Re: Invoice",
    source: { to: [{ address: "ina@example.com" }] },
    attachments: [{ name: "RE-1042.pdf", content_type: "application/pdf", size: PDF.length }],
  });
  const upload = sandbox().requests.find(({ path }) => path === "/api/upload");
  expect(upload?.parts).toMatchObject([{ data: PDF, contentType: "application/pdf" }]);
  expect(sandbox().state.tickets.get(id)).toMatchObject({ status: "closed" });

  const written = writes();
  expect(written.slice(-3)).toEqual([
    "POST /api/upload",
    `POST /api/tickets/${id}/messages`,
    `PUT /api/tickets/${id}`,
  ]);
  expect(requests().length - before).toBeLessThan(20);
  expect(await sendInvoice(String(id), "RE-1042")).toBe("sent before");
  expect(writes()).toEqual(written);
  expect(mailed()).toHaveLength(1);
});

it("takes the files as text, too", async () => {
  const id = await ask("ina@example.com");
  const files = await step("uploadFiles", { file: INVOICE, file_name: "RE-1.pdf" });
  const message = await step("replyToTicket", {
    ticket_id: String(id),
    body_text: "Here it is.",
    attachments: JSON.stringify(files),
  });
  expect(message.attachments).toMatchObject([{ name: "RE-1.pdf", url: files[0].url }]);
});

it("leaves a ticket open whose mail bounced", async () => {
  const id = await ask("ina@bounce.example");
  expect(await sendInvoice(String(id), "RE-1042")).toBe("failed");
  expect(sandbox().state.tickets.get(id)).toMatchObject({ status: "open" });
});
