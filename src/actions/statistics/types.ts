import type { components } from "../../../contract/generated/gorgias";

type Schemas = components["schemas"];

export type StatisticsQuery = Schemas["ReportingRequest"]["query"];
export type Row = Schemas["ReportingResponse"]["data"][number];
