import { gorgiasAction } from "../../../action";
import type { Schemas } from "../../../contract/types";
import { InputError } from "../../../errors";
import { text } from "../../../inputs/clean";
import { input } from "../../../inputs/input";
import { toggle } from "../../../inputs/shared";
import { addCustomerChannelExample } from "../examples";
import { channelAdded } from "../outputs";
import { emailAddress } from "./emails";
import { namedCustomerInputs, requireNamedCustomer } from "./namedCustomer";
import { PHONE_CHANNELS, phoneNumber } from "./phones";
import { isSameChannel } from "./sameChannel";

type Channel = Schemas["CustomerChannelInput"];

const KNOWN_TYPES = ["email", "phone", "sms", "whatsapp", "facebook", "instagram", "twitter"];

const ADDRESS = "Address";

export const addCustomerChannel = gorgiasAction({
  outputSchema: channelAdded,
  display: {
    label: "Add Customer Channel",
    description:
      "Give a customer one more email address, phone number or other address, and keep all others.",
  },
  reads: false,
  inputs: {
    ...namedCustomerInputs(),
    type: input(
      {
        label: "Channel Type",
        comments: `What the address belongs to, such as ${KNOWN_TYPES.join(", ")}, or the slug of a custom channel.`,
        example: "phone",
        required: true,
      },
      { type: "string", clean: text("Channel Type") },
    ),
    address: input(
      {
        label: ADDRESS,
        comments:
          "The email address, phone number or ID on that channel. Phone numbers are stored without blanks, brackets and dashes.",
        example: "+14155550199",
        required: true,
      },
      { type: "string", clean: text(ADDRESS) },
    ),
    preferred: toggle({
      label: "Preferred",
      comments:
        "Make it the main address of its kind, in the place of the one that is. An address that the customer has already is left as it is.",
      example: "false",
    }),
  },
  perform: async (client, { type: given, address, preferred, ...named }) => {
    const type = given.trim();
    const added: Channel = { type, address: cleanAddress(type, address), preferred };
    const customer = await requireNamedCustomer(client, named);
    const channels = presentChannels(customer);
    if (channels.some((own) => isSameChannel(own, added))) {
      return { data: { customer, added: false } };
    }
    // An update replaces all channels, so those that are there are sent again.
    const kept = channels.map((own) =>
      preferred && own.type === type ? { ...own, preferred: false } : own,
    );
    const updated = await client.request("PUT /customers/{id}", {
      id: customer.id,
      channels: [...kept, added],
    });
    return { data: { customer: updated, added: true } };
  },
  examplePayload: addCustomerChannelExample,
});

function cleanAddress(type: string, address: string): string {
  if (type === "email") {
    return emailAddress(ADDRESS)(address);
  }
  return PHONE_CHANNELS.includes(type) ? phoneNumber(ADDRESS)(address) : address.trim();
}

/**
 * The channels of a customer, as an update takes them.
 *
 * @throws InputError for one that an update cannot keep.
 */
function presentChannels({ id, email, channels }: Schemas["Customer"]): Channel[] {
  const present = (channels ?? []).filter(({ deleted_datetime }) => !deleted_datetime);
  const nameless = present.find(({ address }) => !address);
  if (nameless) {
    throw new InputError(
      `Customer ${id} has a ${nameless.type || "contact"} channel without an address, which an update of the channels would remove. Nothing was changed.`,
      { input: "Customer ID", given: String(id) },
    );
  }
  const kept = present.map(({ type, address, preferred = false }) => ({
    type,
    address: address ?? "",
    preferred,
  }));
  const isListed = !email || kept.some((own) => own.type === "email");
  return isListed ? kept : [{ type: "email", address: email, preferred: true }, ...kept];
}
