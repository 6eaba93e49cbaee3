import { operationAction } from "../../operationAction";
import { tagExample } from "./examples";
import { tagId } from "./inputs";

export const getTag = operationAction("GET /tags/{id}", {
  display: { label: "Get Tag", description: "Retrieve a tag." },
  inputs: { id: tagId("ID of the tag to retrieve.") },
  examplePayload: tagExample,
});
