import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { statisticsExample } from "./examples";
import { queryInputs } from "./inputs";
import type { Row } from "./types";

const { cursor, fetchAll, limit } = paging("get-statistic", "rows");
const MAX_ROWS = 10_000;

export const getStatistics = gorgiasAction({
  operation: "get-statistic",
  display: { label: "Get Statistics", description: "Retrieve figures of Gorgias's reports." },
  reads: true,
  inputs: { connection, ...queryInputs, limit, cursor, fetchAll, debugRequest },
  perform: async (client, { limit, cursor, fetchAll, ...query }) => {
    const list = { path: path`/reporting/stats`, method: "POST", body: { query } } as const;
    const rows = { ...list, pageSize: MAX_ROWS };
    return { data: await listRecords<Row>(client, rows, { limit, cursor, fetchAll }) };
  },
  examplePayload: statisticsExample,
});
