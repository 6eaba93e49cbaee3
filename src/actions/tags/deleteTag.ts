import { operationAction } from "../../operationAction";
import { tagId } from "./inputs";

export const deleteTag = operationAction("DELETE /tags/{id}", {
  display: { label: "Delete Tag", description: "Delete a tag." },
  inputs: { id: tagId("ID of the tag to delete.") },
});
