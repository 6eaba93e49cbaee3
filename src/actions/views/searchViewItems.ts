import { operationAction } from "../../operationAction";
import { viewItemsExample } from "./examples";
import { itemInputs, positionOf } from "./itemInputs";
import { savedView, within } from "./savedView";
import { searchedView } from "./searchInputs";

export const searchViewItems = operationAction("PUT /views/{view_id}/items", {
  display: {
    label: "Search View Items",
    description: "Search tickets by their text or by filters, without saving a view.",
  },
  lists: "items",
  inputs: {
    view_id: {
      label: "View ID",
      comments: "ID of the view to search in. 0 searches without a saved view.",
      example: "0",
      default: "0",
      required: true,
      dataSource: "selectView",
    },
    ...searchedView,
    ...itemInputs,
  },
  examplePayload: viewItemsExample(0),
  prepare: async ({ view_id, search, filters, fields, category, type, ...page }, client) => {
    const asked = { search, filters, fields, category, type };
    const view = view_id === 0 ? asked : within(await savedView(client, view_id), asked);
    // Only 0 is documented to be searched (contract, README "Events, jobs, views").
    return { view_id: 0, view, ...positionOf(page) };
  },
});
