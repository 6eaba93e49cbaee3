import type { components } from "../../../contract/gorgias";

export type Team = components["schemas"]["Team"];
