export { createCustomer } from "./createCustomer";
export { deleteCustomer } from "./deleteCustomer";
export { getCustomer } from "./getCustomer";
export { listCustomers } from "./listCustomers";
export { updateCustomer } from "./updateCustomer";
export { updateCustomerData } from "./updateCustomerData";
