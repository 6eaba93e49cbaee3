import type { components } from "../../contract/generated/gorgias";
import { path } from "../http/path";
import { fieldsOf } from "../inputs/field";
import { gorgiasPicklist } from "./picklist";

type Macro = components["schemas"]["Macro"];

export const selectMacro = gorgiasPicklist({
  display: { label: "Select Macro", description: "Select a macro from a list of macros." },
  inputs: {
    search: fieldsOf("list-macros")("search", {
      label: "Search",
      comments: "Words to look for in the macros to choose from.",
      example: "refund",
    }),
  },
  path: path`/macros`,
  kind: "Macro",
  names: ({ name, language }: Macro) => [name, language],
  examplePayload: {
    result: [
      { key: "31", label: "Refund accepted" },
      { key: "32", label: "Where is my order?" },
    ],
  },
});
