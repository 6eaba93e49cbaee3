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

/**
 * Such as `open-returns` of "Open returns!". It "may stand in a URL" (contract), which letters beyond ASCII
 * cannot: each becomes its code point, so that two names do not become one slug.
 */
function slugOf(name = ""): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (character) =>
      /[\p{Letter}\p{Number}]/u.test(character)
        ? `-${character.codePointAt(0)?.toString(16)}-`
        : "-",
    )
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug || "view";
}
