import type { components } from "../../contract/generated/gorgias";

/** The contract's records, by its names: `Schemas["Ticket"]`. */
export type Schemas = components["schemas"];
