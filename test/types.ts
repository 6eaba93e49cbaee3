/**
 * What must not compile. Nothing of it runs: the type check fails when one of these is accepted, for
 * then its `@ts-expect-error` expects an error that is not there.
 */
import { tagExample } from "../src/actions/tags/examples";
import { tagId } from "../src/actions/tags/inputs";
import type { GorgiasClient } from "../src/client";
import { integer } from "../src/inputs/clean";
import { input } from "../src/inputs/input";
import { operationAction } from "../src/operationAction";

const display = { label: "Any", description: "Any." };
const name = { label: "Name", required: true } as const;

/** What does compile, so that the cases below fail for the reason that they name. */
export const right = operationAction("PUT /tags/{id}", {
  display,
  inputs: { id: tagId("Any."), name, other: input({ label: "Other" }, number()) },
  clearFields: "description",
  effect: ({ other }) => (other === undefined ? "same" : "once"),
  prepare: ({ name: given }) => ({ description: given.toUpperCase() }),
  examplePayload: tagExample,
});

// @ts-expect-error a route that is not in the contract
operationAction("GET /tag/{id}", { display, inputs: {}, examplePayload: tagExample });

// @ts-expect-error a method that the path does not have
operationAction("POST /tags/{id}", { display, inputs: {}, examplePayload: tagExample });

operationAction("GET /tags/{id}", {
  display,
  // @ts-expect-error a field that the operation does not have
  inputs: { id: tagId("Any."), colour: { label: "Colour" } },
  examplePayload: tagExample,
});

operationAction("GET /tags/{id}", {
  display,
  // @ts-expect-error an input of another key that names no field
  inputs: { tag: { label: "Tag ID", field: "tag_id" } },
  examplePayload: tagExample,
});

operationAction("PUT /tags/{id}", {
  display,
  // @ts-expect-error a kind that makes something else of the field than the contract has
  inputs: { id: tagId("Any."), name: { label: "Name", as: number() } },
  examplePayload: tagExample,
});

operationAction("GET /tags/{id}", {
  display,
  inputs: { id: tagId("Any.") },
  // @ts-expect-error an example of another record
  examplePayload: { data: { id: 1, subject: "A ticket" } },
});

// @ts-expect-error no example of what is answered
operationAction("GET /tags/{id}", { display, inputs: { id: tagId("Any.") } });

operationAction("DELETE /tags/{id}", {
  display,
  inputs: { id: tagId("Any.") },
  // @ts-expect-error an example of an operation that answers nothing
  examplePayload: tagExample,
});

operationAction("GET /tags", {
  display,
  inputs: {},
  // @ts-expect-error one record where a list is answered
  examplePayload: tagExample,
});

operationAction("PUT /tags/{id}", {
  display,
  inputs: { id: tagId("Any."), name },
  // @ts-expect-error fields that are of another type
  prepare: () => ({ name: 7 }),
  examplePayload: tagExample,
});

operationAction("PUT /tags/{id}", {
  display,
  inputs: { id: tagId("Any."), name },
  // @ts-expect-error an input that the action does not have
  prepare: ({ nickname }) => ({ name: nickname }),
  examplePayload: tagExample,
});

operationAction("PUT /tags/{id}", {
  display,
  inputs: { id: tagId("Any."), name },
  // @ts-expect-error a field that the operation does not have, beside one that it has
  prepare: () => ({ name: "a", colour: "b" }),
  examplePayload: tagExample,
});

operationAction("PUT /tags/{id}", {
  display,
  inputs: { id: tagId("Any."), name },
  // @ts-expect-error an effect that there is not
  effect: "twice",
  examplePayload: tagExample,
});

export async function requests(client: GorgiasClient): Promise<void> {
  const tag = await client.request("GET /tags/{id}", { id: 1 });
  tag.name.toUpperCase();
  // @ts-expect-error a record has no fields but the contract's
  tag.subject.toUpperCase();
  // @ts-expect-error a path parameter is missing
  await client.request("GET /tags/{id}", {});
  // @ts-expect-error a path parameter of another type
  await client.request("GET /tags/{id}", { id: "1" });
  // @ts-expect-error a route that is not in the contract
  await client.request("PATCH /tags/{id}", { id: 1 });
  // @ts-expect-error a field of the body of another type
  await client.request("POST /tags", { name: 7 });
}

function number() {
  return { type: "string", clean: integer("Any", {}) } as const;
}
