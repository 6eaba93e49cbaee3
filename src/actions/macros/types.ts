import type { components } from "../../../contract/generated/gorgias";

export type Macro = components["schemas"]["Macro"];
export type MacroArchiveResult = components["schemas"]["MacroArchiveResult"];
