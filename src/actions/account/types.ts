import type { components } from "../../../contract/generated/gorgias";

export type AccountSetting = components["schemas"]["AccountSetting"];
