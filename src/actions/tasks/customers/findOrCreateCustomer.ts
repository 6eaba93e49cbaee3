import { gorgiasAction } from "../../../action";
import { fieldsOf } from "../../../inputs/input";
import { findOrCreateCustomerExample } from "../examples";
import { foundOrCreated } from "../outputs";
import { requireOneOf } from "../requireOneOf";
import { contactInputs } from "./contactInputs";
import { findOrCreate } from "./findOrCreate";

const field = fieldsOf("POST /customers");

export const findOrCreateCustomer = gorgiasAction({
  outputSchema: foundOrCreated,
  display: {
    label: "Find or Create Customer",
    description:
      "Find the customer who has an email address, a phone number or an external ID, or create it when nobody has.",
  },
  reads: false,
  inputs: {
    ...contactInputs,
    name: field("name", {
      label: "Name",
      comments: "The full name of a customer that is created. One that is found keeps its own.",
      example: "John Smith",
    }),
    language: field("language", {
      label: "Language",
      comments:
        "The language of a customer that is created, as two letters. One that is found keeps its own.",
      example: "en",
    }),
    timezone: field("timezone", {
      label: "Timezone",
      comments: "The time zone of a customer that is created. One that is found keeps its own.",
      example: "America/New_York",
    }),
  },
  perform: async (client, { name, language, timezone, ...contact }) => {
    const { email, phone, external_id } = contact;
    requireOneOf({ Email: email, Phone: phone, "External ID": external_id });
    return { data: await findOrCreate(client, contact, { name, language, timezone }) };
  },
  examplePayload: findOrCreateCustomerExample,
});
