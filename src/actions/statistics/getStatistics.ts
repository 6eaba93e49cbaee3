import { operationAction } from "../../operationAction";
import { statisticsExample } from "./examples";
import { queryInputs } from "./inputs";

export const getStatistics = operationAction("POST /reporting/stats", {
  display: { label: "Get Statistics", description: "Retrieve figures of Gorgias's reports." },
  lists: "rows",
  inputs: { ...queryInputs },
  examplePayload: statisticsExample,
  prepare: ({ scope, filters, timezone, measures, dimensions, time_dimensions, order }) => ({
    query: { scope, filters, timezone, measures, dimensions, time_dimensions, order },
  }),
});
