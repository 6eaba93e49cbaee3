import { customFieldPicklist } from "./customFieldPicklist";

export const selectCustomerField = customFieldPicklist("Customer");
