import { notFound } from "../errors";
import { changeCustomer, requireCustomer } from "../state/customers";
import {
  checkFieldValue,
  renderFieldValue,
  replaceFieldValues,
  requireField,
} from "../state/customFieldValues";
import type { CustomerRecord } from "../state/records/customers";
import type { FieldValue } from "../state/records/fieldValues";
import type { State } from "../state/state";
import type { Handlers } from "./handler";

export const customerCustomFieldHandlers: Handlers = {
  "list-customer-custom-fields-values": ({ state, path }) => ({
    status: 200,
    body: renderValues(state, requireCustomer(state, path.customer_id)),
  }),

  "update-customer-custom-field-values": ({ state, actor, path, body }) => {
    const customer = requireCustomer(state, path.customer_id);
    // The contract leaves the type of a value open; the field's definition decides.
    const items = body as { id: number; value: FieldValue | null }[];
    const before = customer.field_values;
    const field_values = replaceFieldValues(state, "Customer", before, items, "body");
    const changed = changeCustomer(state, actor, customer, { field_values });
    return { status: 200, body: renderValues(state, changed) };
  },

  "update-customer-custom-field-value": ({ state, actor, path: { customer_id, id }, body }) => {
    const customer = requireCustomer(state, customer_id);
    checkFieldValue(requireField(state, "Customer", id, "id"), body, "body");
    const field_values = new Map(customer.field_values).set(id, body);
    changeCustomer(state, actor, customer, { field_values });
    return { status: 200, body: renderFieldValue(state, id, body) };
  },

  "delete-customer-custom-field-value": ({ state, actor, path: { customer_id, id } }) => {
    const customer = requireCustomer(state, customer_id);
    const field_values = new Map(customer.field_values);
    if (!field_values.delete(id)) {
      throw notFound("Value of custom field", id);
    }
    changeCustomer(state, actor, customer, { field_values });
    return { status: 204, body: undefined };
  },
};

function renderValues(state: State, customer: CustomerRecord) {
  return {
    data: [...customer.field_values].map(([id, value]) => renderFieldValue(state, id, value)),
  };
}
