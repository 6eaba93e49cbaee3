import { operationAction } from "../../operationAction";
import { tagExample } from "./examples";
import { tagFields } from "./inputs";

export const createTag = operationAction("POST /tags", {
  display: { label: "Create Tag", description: "Create a tag." },
  creates: { what: "tag", lookWith: "List Tags" },
  inputs: { ...tagFields, name: { ...tagFields.name, required: true } },
  examplePayload: tagExample,
});
