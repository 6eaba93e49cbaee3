import { SortedIndex } from "../collection";
import type { QueryOf } from "../contract/types";
import { readOrder } from "../lists";
import { OAUTH_APP } from "../seed/ids";
import { mergeCustomers } from "../state/customerMerge";
import {
  changeCustomer,
  createCustomer,
  deleteCustomers,
  renderCustomer,
  renderListedCustomer,
  renderWholeCustomer,
  requireCustomer,
  updateCustomer,
} from "../state/customers";
import type { CustomerRecord } from "../state/records/customers";
import type { State } from "../state/state";
import { readTimestamp } from "../state/timestamps";
import { customersOfView } from "../state/viewFilters";
import { requireView } from "../state/views";
import type { Handlers } from "./handler";

export const customerHandlers: Handlers = {
  "list-customers": ({ state, query, pager }) => ({
    status: 200,
    body: pager.page(query, {
      records: candidates(state, query),
      matches: matcher(state, query),
      render: renderListedCustomer,
    }),
  }),

  "create-customer": ({ state, actor, body }) => {
    const customer = createCustomer(state, actor, body);
    return { status: 201, body: renderCustomer(customer) };
  },

  "get-customer": ({ state, path }) => {
    const customer = requireCustomer(state, path.id);
    return { status: 200, body: renderWholeCustomer(customer) };
  },

  "update-customer": ({ state, actor, path, body }) => {
    const customer = updateCustomer(state, actor, requireCustomer(state, path.id), body);
    return { status: 202, body: renderCustomer(customer) };
  },

  "delete-customer": ({ state, actor, path }) => {
    deleteCustomers(state, actor, [path.id]);
    return { status: 204, body: undefined };
  },

  "delete-customers": ({ state, actor, body }) => {
    deleteCustomers(state, actor, body.ids);
    return { status: 204, body: undefined };
  },

  "merge-customers": ({ state, actor, query: { source_id, target_id }, body }) => {
    const source = requireCustomer(state, source_id);
    const target = requireCustomer(state, target_id);
    mergeCustomers(state, actor, source, target, body);
    // Recorded: the response shows the target as it was before.
    return { status: 202, body: { ...renderCustomer(target), ecommerce_data: {} } };
  },

  "update-customer-data": ({ state, actor, path, body, scheme }) => {
    const customer = requireCustomer(state, path.customer_id);
    const version = readTimestamp(body.version, "version");
    if (!isOlder(version, customer.data_version)) {
      const data_version = version ?? customer.data_version;
      const stored = scheme === "oauth2" ? withAppData(customer, body.data) : { data: body.data };
      changeCustomer(state, actor, customer, { ...stored, data_version });
    }
    return { status: 202, body: undefined };
  },
};

function isOlder(version: string | null, stored: string | null): boolean {
  return version !== null && stored !== null && version < stored;
}

/** An app's data stand apart from those that an API key stores (recorded). */
function withAppData({ app_data }: CustomerRecord, data: unknown): Partial<CustomerRecord> {
  const shown = { ...(data as object), __app_name__: OAUTH_APP.name };
  return { app_data: { ...app_data, [OAUTH_APP.id]: shown } };
}

type CustomerQuery = QueryOf<"list-customers">;

/** The narrowest set of customers that holds every match. */
function candidates(state: State, query: CustomerQuery): SortedIndex<CustomerRecord> {
  const { field } = readOrder<"created_datetime" | "updated_datetime">(query.order_by);
  const narrowed = narrow(state, query);
  return narrowed
    ? new SortedIndex((customer) => customer[field], narrowed)
    : state.customers.ordered(field);
}

function narrow(
  { customers }: State,
  { id, email, external_id, name, channel_address }: CustomerQuery,
): CustomerRecord[] | undefined {
  if (id !== undefined) {
    const customer = customers.get(id);
    return customer ? [customer] : [];
  }
  if (email !== undefined) {
    return customers.grouped("email", email.toLowerCase());
  }
  if (external_id !== undefined) {
    return customers.grouped("external_id", external_id);
  }
  if (name !== undefined) {
    return customers.grouped("name", name);
  }
  return channel_address === undefined ? undefined : customers.grouped("address", channel_address);
}

/** @throws ApiError 404 when the view does not exist */
function matcher(state: State, query: CustomerQuery): (customer: CustomerRecord) => boolean {
  const { email, external_id, name, language, timezone, view_id } = query;
  const { channel_type, channel_address } = query;
  const inView = view_id === undefined ? () => true : customersOfView(requireView(state, view_id));
  const isOnChannel = (customer: CustomerRecord) =>
    customer.channels.some(
      ({ type, address }) =>
        (channel_type === undefined || type === channel_type) &&
        (channel_address === undefined || address === channel_address),
    );
  const byChannel = channel_type !== undefined || channel_address !== undefined;
  return (customer) =>
    (email === undefined || customer.email?.toLowerCase() === email.toLowerCase()) &&
    (external_id === undefined || customer.external_id === external_id) &&
    (name === undefined || customer.name === name) &&
    (language === undefined || customer.language === language) &&
    (timezone === undefined || customer.timezone === timezone) &&
    (!byChannel || isOnChannel(customer)) &&
    inView(customer);
}
