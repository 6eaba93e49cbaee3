import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { archiveMacrosExample } from "./examples";
import { macroIds } from "./inputs";
import type { MacroArchiveResult } from "./types";

export const archiveMacros = gorgiasAction({
  operation: "bulk-archive-macros",
  display: {
    label: "Archive Macros",
    description: "Archive macros; the result says for each macro what became of it.",
  },
  reads: false,
  inputs: {
    connection,
    ids: macroIds("bulk-archive-macros", "IDs of the macros to archive."),
    debugRequest,
  },
  perform: async (client, { ids }) => ({
    data: await client.put<MacroArchiveResult>(path`/macros/archive`, { ids }),
  }),
  examplePayload: archiveMacrosExample,
});
