import { operationAction } from "../../operationAction";
import { customerId } from "./inputs";

export const deleteCustomer = operationAction("DELETE /customers/{id}", {
  display: { label: "Delete Customer", description: "Delete a customer." },
  inputs: { id: customerId("ID of the customer to delete.") },
});
