import { InputError } from "../../errors";

/**
 * The tags of a write, by id, by name, or both. All three writes take the same: the contract says so
 * of the other two with an anyOf, which its generated types lose.
 *
 * @param purpose what becomes of the tags.
 */
export function tagReferences(purpose: string) {
  return {
    ids: {
      label: "Tag IDs",
      comments: `IDs of the tags ${purpose}. Set Tag IDs, Tag Names, or both.`,
      example: "201",
      dataSource: "selectTag",
    },
    names: {
      label: "Tag Names",
      comments: `Names of the tags ${purpose}. VIP and vip are two tags.`,
      example: "vip",
      dataSource: "selectTagName",
    },
  } as const;
}

interface TagReferences {
  ids?: number[];
  names?: string[];
}

/**
 * Leaves out a list that holds no tags.
 *
 * @throws InputError when none does: an empty list, such as one blank row of the designer, would
 * clear the ticket's tags where they are set.
 */
export function requireTags(tags: TagReferences): TagReferences {
  const ids = tags.ids?.length ? tags.ids : undefined;
  const names = tags.names?.length ? tags.names : undefined;
  if (!ids && !names) {
    throw new InputError("No tags are given: set Tag IDs, Tag Names, or both.", {
      input: "Tag IDs, Tag Names",
      given: "nothing",
    });
  }
  return { ids, names };
}
