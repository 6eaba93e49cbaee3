import { gorgiasAction } from "../../../action";
import { findCustomerExample } from "../examples";
import { foundCustomer } from "../outputs";
import { requireOneOf } from "../requireOneOf";
import { contactInputs } from "./contactInputs";
import { checkFound, ifNotFound } from "./ifNotFound";
import { lookUpCustomer } from "./lookUpCustomer";

export const findCustomer = gorgiasAction({
  outputSchema: foundCustomer,
  display: {
    important: true,
    label: "Find Customer",
    description:
      "Find the customer who has an email address, a phone number or an external ID, and tell by which one it was found.",
  },
  reads: true,
  inputs: {
    ...contactInputs,
    if_not_found: ifNotFound("null"),
  },
  perform: async (client, { if_not_found, ...contact }) => {
    const { email, phone, external_id } = contact;
    const sought = { Email: email, Phone: phone, "External ID": external_id };
    requireOneOf(sought);
    const found = await lookUpCustomer(client, contact);
    checkFound(found, if_not_found, sought);
    return { data: found && { ...found.customer, found_by: found.found_by } };
  },
  examplePayload: findCustomerExample,
});
