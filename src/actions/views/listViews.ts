import { operationAction } from "../../operationAction";
import { listViewsExample } from "./examples";

/** The filter that List Views and the view picker share. */
export const viewFilters = {
  category: {
    label: "Category",
    comments:
      "Whether to list the views that Gorgias made (system) or those that users made (user). If left blank, both.",
    example: "user",
  },
} as const;

export const listViews = operationAction("GET /views", {
  display: { label: "List Views", description: "List the views, without their tickets." },
  lists: "views",
  inputs: {
    ...viewFilters,
    order_by: {
      label: "Order By",
      comments: "Attribute used to order views. If left blank, the newest come first.",
      example: "created_datetime:desc",
    },
  },
  examplePayload: listViewsExample,
});
