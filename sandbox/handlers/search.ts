import type { Schemas } from "../contract/types";
import { invalid } from "../errors";
import type { CustomerRecord } from "../state/records/customers";
import type { State } from "../state/state";
import type { Handlers } from "./handler";

export const searchHandlers: Handlers = {
  search: ({ state, body: { type, query = "", size = 10 } }) => ({
    status: 201,
    body: {
      object: "list",
      uri: "",
      data: search(state, type, query.trim().toLowerCase()).slice(0, size),
      meta: {},
    },
  }),
};

type SearchType = Schemas["SearchRequest"]["type"];

/**
 * Hits in order of id; an empty query finds everything.
 * @throws ApiError 400 for a type that the sandbox does not know; the contract leaves types open
 */
function search(state: State, type: SearchType, text: string): Schemas["SearchItem"][] {
  switch (type) {
    case "agent":
      return found([...state.users.values()], text, ({ name, email }) => [name, email]);
    case "team":
      return found([...state.teams.values()], text, ({ name }) => [name]);
    case "tag":
      return found([...state.tags.values()], text, ({ name }) => [name]);
    case "integration":
      return found([...state.integrations.values()], text, ({ name }) => [name]);
    case "customer":
    case "customer_profile":
      return customers(state, text, ({ name, email }) => [name, email]);
    case "customers_by_phone":
      return customers(state, text, (customer) => addresses(customer, "phone"));
    case "customer_channel":
      return channels(state, text, undefined);
    case "customer_channel_email":
      return channels(state, text, "email");
    case "customer_channel_phone":
      return channels(state, text, "phone");
    default:
      throw invalid("type", "Not a type that can be searched.");
  }
}

type Texts = readonly (string | null | undefined)[];

function found<R>(records: readonly R[], text: string, texts: (record: R) => Texts): R[] {
  return records.filter((record) => texts(record).some((t) => t?.toLowerCase().includes(text)));
}

function customers(
  state: State,
  text: string,
  texts: (customer: CustomerRecord) => Texts,
): Schemas["SearchItem"][] {
  return found([...state.customers.values()], text, texts).map(({ id, name, email }) => ({
    id,
    name,
    email,
  }));
}

function addresses(customer: CustomerRecord, type: string): Texts {
  return customer.channels.filter((channel) => channel.type === type).map(({ address }) => address);
}

/** Channels with the customer they belong to. */
function channels(state: State, text: string, type: string | undefined): Schemas["SearchItem"][] {
  const all = [...state.customers.values()].flatMap((customer) =>
    customer.channels
      .filter((channel) => type === undefined || channel.type === type)
      .map((channel) => ({ ...channel, customer: { id: customer.id, name: customer.name } })),
  );
  return found(all, text, ({ address }) => [address]);
}
