import { operationAction } from "../../operationAction";
import { viewItemsExample } from "./examples";
import { itemInputs, positionOf } from "./itemInputs";

export const listViewItems = operationAction("GET /views/{view_id}/items", {
  display: { label: "List View Items", description: "List the tickets of a view." },
  lists: "items",
  inputs: {
    view_id: {
      label: "View ID",
      comments: "ID of the view whose tickets are listed.",
      example: "21",
      required: true,
      dataSource: "selectView",
    },
    ...itemInputs,
  },
  examplePayload: viewItemsExample(21),
  prepare: positionOf,
});
