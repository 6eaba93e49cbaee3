import type { Schemas } from "../../contract/types";
import type { ListEnvelope } from "../../lists";

export const ruleCode =
  'if (eq(ticket.channel, "email")) { Action("addTags", { tags: "email" }); }';

/** What a JavaScript parser makes of the code above. */
export const ruleCodeAst = {
  type: "Program",
  sourceType: "script",
  body: [
    {
      type: "IfStatement",
      test: {
        type: "CallExpression",
        callee: identifier("eq"),
        arguments: [
          {
            type: "MemberExpression",
            object: identifier("ticket"),
            property: identifier("channel"),
            computed: false,
          },
          literal("email"),
        ],
      },
      consequent: {
        type: "BlockStatement",
        body: [
          {
            type: "ExpressionStatement",
            expression: {
              type: "CallExpression",
              callee: identifier("Action"),
              arguments: [
                literal("addTags"),
                {
                  type: "ObjectExpression",
                  properties: [
                    {
                      type: "Property",
                      kind: "init",
                      key: identifier("tags"),
                      value: literal("email"),
                      computed: false,
                      method: false,
                      shorthand: false,
                    },
                  ],
                },
              ],
            },
          },
        ],
      },
      alternate: null,
    },
  ],
};

const rule: Schemas["Rule"] = {
  id: 21,
  name: "Tag emails",
  code: ruleCode,
  code_ast: ruleCodeAst,
  description: "Tags every ticket that begins with an email.",
  event_types: "ticket-created,ticket-updated",
  priority: 100,
  created_datetime: "2025-02-07T09:55:18.064317+00:00",
  updated_datetime: "2025-02-07T09:55:18.064317+00:00",
  deactivated_datetime: null,
  uri: "/api/rules/21/",
};

export const ruleExample = { data: rule };

export const updateRulePrioritiesExample = { data: [rule] };

export const listRulesExample: { data: ListEnvelope<Schemas["Rule"]> } = {
  data: {
    object: "list",
    uri: "/api/rules",
    data: [rule],
    meta: { prev_cursor: null, next_cursor: null },
  },
};

function identifier(name: string) {
  return { type: "Identifier", name };
}

function literal(value: string) {
  return { type: "Literal", value, raw: JSON.stringify(value) };
}
