import { gorgiasAction } from "../../action";
import { connection, debugRequest } from "../../inputs/shared";
import { requireOneOf } from "./alternatives";
import { lookUpCustomer } from "./customerLookup";
import { findCustomerExample } from "./examples";
import { contactInputs } from "./inputs";
import { customerOrNull } from "./outputs";

export const findCustomer = gorgiasAction({
  outputSchema: customerOrNull,
  display: {
    label: "Find Customer",
    description:
      "Find the customer who has an email address, a phone number or an external ID; the result is null when nobody has.",
  },
  reads: true,
  inputs: { connection, ...contactInputs, debugRequest },
  perform: async (client, contact) => {
    const { email, phone, external_id } = contact;
    requireOneOf({ Email: email, Phone: phone, "External ID": external_id });
    return { data: await lookUpCustomer(client, contact) };
  },
  examplePayload: findCustomerExample,
});
