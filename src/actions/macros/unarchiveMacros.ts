import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { unarchiveMacrosExample } from "./examples";
import { macroIds } from "./inputs";
import type { MacroArchiveResult } from "./types";

export const unarchiveMacros = gorgiasAction({
  operation: "bulk-unarchive-macros",
  display: {
    label: "Unarchive Macros",
    description:
      "Bring macros back from the archive; the result says for each macro what became of it.",
  },
  reads: false,
  inputs: {
    connection,
    ids: macroIds("bulk-unarchive-macros", "IDs of the macros to bring back from the archive."),
    debugRequest,
  },
  perform: async (client, { ids }) => ({
    data: await client.put<MacroArchiveResult>(path`/macros/unarchive`, { ids }),
  }),
  examplePayload: unarchiveMacrosExample,
});
