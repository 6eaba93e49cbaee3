/** Text that no query, path or body can carry: half of a character. */
import { useActions } from "../support/actions";

const { fail, sent } = useActions();

const BROKEN = "a\ud800b";

it.each<[action: string, inputs: Record<string, unknown>, label: string]>([
  ["listTickets", { external_id: BROKEN }, "External ID"],
  ["listTickets", { cursor: BROKEN }, "Cursor"],
  ["listCustomers", { name: BROKEN }, "Name"],
  ["listCustomers", { email: BROKEN }, "Email"],
  ["updateTicket", { id: "5", subject: BROKEN }, "Subject"],
  [
    "downloadFile",
    { file_type: "attachment", domain_hash: "abc", resource_name: BROKEN },
    "Resource Name",
  ],
])("%s refuses it: %j", async (action, inputs, label) => {
  const error = await fail(action, inputs);
  expect([error.name, error.message]).toEqual(["InputError", expect.stringContaining(label)]);
  expect(sent()).toEqual([]);
});
