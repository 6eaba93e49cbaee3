import { operationAction } from "../../operationAction";
import { tagExample } from "./examples";
import { tagFields, tagId } from "./inputs";

export const updateTag = operationAction("PUT /tags/{id}", {
  display: { label: "Update Tag", description: "Update a tag." },
  inputs: { id: tagId("ID of the tag to update."), ...tagFields },
  clearFields: "description",
  examplePayload: tagExample,
});
