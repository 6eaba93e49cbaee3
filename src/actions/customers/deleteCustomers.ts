import { operationAction } from "../../operationAction";

export const deleteCustomers = operationAction("DELETE /customers", {
  display: { label: "Delete Customers", description: "Delete several customers at once." },
  inputs: {
    ids: {
      label: "Customer IDs",
      comments: "IDs of the customers to delete.",
      example: "3924",
      required: true,
      dataSource: "selectCustomer",
    },
  },
});
