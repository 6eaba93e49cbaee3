import { requireRecord } from "../state/requireRecord";
import { createRule, deleteRule, setRulePriorities, updateRule } from "../state/rules";
import type { Handlers } from "./handler";

const DEFAULT_LIMIT = 100;

export const ruleHandlers: Handlers = {
  "list-rules": ({ state, query, pager }) => ({
    status: 200,
    body: pager.page(
      { limit: DEFAULT_LIMIT, ...query },
      { records: state.rules.ordered("created_datetime"), render: (rule) => rule },
    ),
  }),

  "create-rule": ({ state, actor, body }) => ({
    status: 201,
    body: createRule(state, actor, body),
  }),

  "get-rule": ({ state, path }) => ({
    status: 200,
    body: requireRecord(state.rules, "Rule", path.id),
  }),

  "update-rule": ({ state, actor, path, body }) => ({
    status: 202,
    body: updateRule(state, actor, requireRecord(state.rules, "Rule", path.id), body),
  }),

  "update-rules-priorities": ({ state, actor, body }) => ({
    status: 202,
    body: setRulePriorities(state, actor, body),
  }),

  "delete-rule": ({ state, actor, path }) => {
    deleteRule(state, actor, requireRecord(state.rules, "Rule", path.id));
    return { status: 204, body: undefined };
  },
};
