import type { components } from "../../../contract/gorgias";

export type AccountSetting = components["schemas"]["AccountSetting"];
