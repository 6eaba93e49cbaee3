import { useActions } from "../support/actions";

const { fail, sent } = useActions();

it("Merge Tags refuses to merge a tag into itself, before anything is sent", async () => {
  const given = { destination_tag_id: "201", source_tags_ids: ["202", "201"] };
  const error = await fail("mergeTags", given);
  expect([error.name, error.message]).toEqual([
    "InputError",
    "Source Tag IDs and Target Tag ID must differ; given 201 twice.",
  ]);
  expect(sent()).toEqual([]);
});
