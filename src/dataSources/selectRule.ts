import type { components } from "../../contract/generated/gorgias";
import { path } from "../http/path";
import { gorgiasPicklist } from "./picklist";

type Rule = components["schemas"]["Rule"];

export const selectRule = gorgiasPicklist({
  display: { label: "Select Rule", description: "Select a rule from a list of rules." },
  inputs: {},
  path: path`/rules`,
  kind: "Rule",
  names: ({ name, description }: Rule) => [name, description],
  examplePayload: {
    result: [
      { key: "41", label: "Tag refund requests" },
      { key: "42", label: "Close spam" },
    ],
  },
});
