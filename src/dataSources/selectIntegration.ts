import type { components } from "../../contract/generated/gorgias";
import { path } from "../http/path";
import { fieldsOf } from "../inputs/field";
import { gorgiasPicklist } from "./picklist";

type Integration = components["schemas"]["Integration"];

export const selectIntegration = gorgiasPicklist({
  display: {
    label: "Select Integration",
    description: "Select an integration from a list of integrations.",
  },
  inputs: {
    type: fieldsOf("list-integrations")("type", {
      label: "Type",
      comments: "Type of the integrations to choose from. If left blank, all types.",
      example: "http",
    }),
  },
  path: path`/integrations`,
  kind: "Integration",
  names: ({ id, name, type }: Integration) => [name, `${type} integration ${id}`],
  examplePayload: {
    result: [
      { key: "401", label: "Support" },
      { key: "402", label: "Order updates" },
    ],
  },
});
