import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listMacrosExample } from "./examples";
import { macroFilters } from "./filters";
import type { Macro } from "./types";

const { cursor, fetchAll, limit } = paging("list-macros", "macros");

export const listMacros = gorgiasAction({
  operation: "list-macros",
  display: { label: "List Macros", description: "List macros matching the given parameters." },
  reads: true,
  inputs: { connection, ...macroFilters, fetchAll, limit, cursor, debugRequest },
  perform: async (client, inputs) => ({
    data: await listRecords<Macro>(client, path`/macros`, inputs),
  }),
  examplePayload: listMacrosExample,
});
