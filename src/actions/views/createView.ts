import { operationAction } from "../../operationAction";
import { viewExample } from "./examples";
import { viewFields } from "./inputs";

export const createView = operationAction("POST /views", {
  display: { label: "Create View", description: "Create a view of tickets or customers." },
  creates: { what: "view", lookWith: "List Views" },
  inputs: {
    ...viewFields,
    slug: {
      ...viewFields.slug,
      comments: `${viewFields.slug.comments} If left blank, it is made of the name.`,
    },
  },
  // Deprecated, and yet refused without (contract, README "Events, jobs, views").
  prepare: ({ name, slug = slugOf(name) }) => ({ slug }),
  examplePayload: viewExample,
});

/** Such as `open-returns` of "Open returns!". */
function slugOf(name = ""): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return slug || "view";
}
