import type { components } from "../../../contract/generated/gorgias";

type Schemas = components["schemas"];

export type View = Schemas["View"];
/** A ticket in short; of a view of customers, a customer. */
export type ViewItem = Schemas["ViewItems"]["data"][number];
