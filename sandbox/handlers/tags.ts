import { sortedBy, sortKey } from "../collection";
import { readOrder } from "../lists";
import type { TagRecord } from "../state/records/tags";
import { requireRecord } from "../state/requireRecord";
import { createTag, deleteTags, mergeTags, renderTag, tagUsage, updateTag } from "../state/tags";
import type { Handlers } from "./handler";

type Usage = ReadonlyMap<number, number>;

const SORT_KEYS = {
  created_datetime: (tag: TagRecord) => tag.created_datetime,
  name: (tag: TagRecord) => tag.name.toLowerCase(),
  usage: (tag: TagRecord, usage: Usage) =>
    `${sortKey(usage.get(tag.id) ?? 0)} ${tag.name.toLowerCase()}`,
};

export const tagHandlers: Handlers = {
  "list-tags": ({ state, query, pager }) => {
    const { field } = readOrder<keyof typeof SORT_KEYS>(query.order_by);
    const search = query.search?.toLowerCase() ?? "";
    const usage = tagUsage(state);
    return {
      status: 200,
      body: pager.page(query, {
        records: sortedBy(state.tags.values(), (tag) => SORT_KEYS[field](tag, usage)),
        matches: ({ name }) => name.toLowerCase().includes(search),
        render: (tag) => renderTag(tag, usage),
      }),
    };
  },

  "create-tag": ({ state, actor, body }) => ({
    status: 201,
    body: createTag(state, actor, body),
  }),

  "delete-tags": ({ state, actor, body }) => {
    deleteTags(state, actor, body.ids);
    return { status: 204, body: undefined };
  },

  "merge-tags": ({ state, actor, path, body }) => {
    const into = requireRecord(state.tags, "Tag", path.destination_tag_id);
    const merged = mergeTags(state, actor, into, body.source_tags_ids);
    return { status: 202, body: renderTag(merged, tagUsage(state)) };
  },

  "get-tag": ({ state, path }) => ({
    status: 200,
    body: renderTag(requireRecord(state.tags, "Tag", path.id), tagUsage(state)),
  }),

  "update-tag": ({ state, actor, path, body }) => {
    const changed = updateTag(state, actor, requireRecord(state.tags, "Tag", path.id), body);
    return { status: 202, body: renderTag(changed, tagUsage(state)) };
  },

  "delete-tag": ({ state, actor, path }) => {
    deleteTags(state, actor, [path.id]);
    return { status: 204, body: undefined };
  },
};
