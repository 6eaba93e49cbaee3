import type { components } from "../../../contract/gorgias";

export type Macro = components["schemas"]["Macro"];
export type MacroArchiveResult = components["schemas"]["MacroArchiveResult"];
