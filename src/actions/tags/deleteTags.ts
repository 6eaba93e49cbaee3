import { operationAction } from "../../operationAction";

export const deleteTags = operationAction("DELETE /tags", {
  display: { label: "Delete Tags", description: "Delete several tags at once." },
  inputs: {
    ids: {
      label: "Tag IDs",
      comments: "IDs of the tags to delete. Tags that macros or rules use cannot be deleted.",
      example: "201",
      required: true,
      dataSource: "selectTag",
    },
  },
});
