/** Texts of the tasks reach Gorgias to the letter, whatever they are made of, or are refused by their label. */

import { InputError } from "../../../src/errors";
import { useActions } from "../../support/actions";
import { actionOf } from "../../support/anyAction";
import { hostileText } from "../../support/hostileText";
import fc from "../../support/properties";

const { act, sandbox, sent } = useActions();

// biome-ignore lint/suspicious/noExplicitAny: a test reads requests by paths that no type holds.
type Body = any;

const CUSTOMER = { customer_email: "customer1001@example.com" };
const MESSAGE = { from_agent: false, body_text: "Hello", sent_datetime: "2024-03-01T09:00:00" };
const OPENED = { ...CUSTOMER, body_text: "Hello" };
const IMPORTED = { ...CUSTOMER, external_id: "old-1", messages: [MESSAGE] };

it.each<[action: string, input: string, beside: object, sentAs: (body: Body) => unknown]>([
  ["addInternalNote", "body_text", { ticket_id: "5" }, ({ body_text }) => body_text],
  ["addInternalNote", "body_html", { ticket_id: "5" }, ({ body_html }) => body_html],
  [
    "addInternalNote",
    "external_id",
    { ticket_id: "5", body_text: "Hello" },
    ({ external_id }) => external_id,
  ],
  ["replyToTicket", "body_text", { ticket_id: "5" }, ({ body_text }) => body_text],
  ["replyToTicket", "body_html", { ticket_id: "5" }, ({ body_html }) => body_html],
  ["openTicket", "body_text", CUSTOMER, ({ messages }) => messages[0].body_text],
  ["openTicket", "body_html", CUSTOMER, ({ messages }) => messages[0].body_html],
  ["openTicket", "subject", OPENED, ({ subject }) => subject],
  ["openTicket", "external_id", OPENED, ({ external_id }) => external_id],
  ["importTicket", "subject", IMPORTED, ({ subject }) => subject],
  ["importTicket", "external_id", IMPORTED, ({ external_id }) => external_id],
  ["findOrCreateCustomer", "name", { email: "new@example.com" }, ({ name }) => name],
  ["findOrCreateCustomer", "external_id", {}, ({ external_id }) => external_id],
])("%s: %s", async (action, input, beside, sentAs) => {
  const { label = "" } = actionOf(action).inputs.find(({ key }) => key === input) ?? {};
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      sandbox().reset();
      try {
        await act(action, { ...beside, [input]: text });
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect((error as Error).message).toContain(label);
        return;
      }
      const bodies = sent().filter(
        ({ method, path }) => method === "POST" && path !== "/api/search",
      );
      expect(bodies.map(({ body }) => sentAs(body))).toEqual([text]);
    }),
    { numRuns: 15 },
  );
});
