import type { components } from "../../../contract/generated/gorgias";

export type Team = components["schemas"]["Team"];
