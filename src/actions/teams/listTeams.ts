import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listTeamsExample } from "./examples";
import type { Team } from "./types";

const { cursor, fetchAll, limit } = paging("list-teams", "teams");

export const listTeams = gorgiasAction({
  operation: "list-teams",
  display: { label: "List Teams", description: "List the teams with their members." },
  reads: true,
  inputs: {
    connection,
    order_by: fieldsOf("list-teams")("order_by", {
      label: "Order By",
      comments: "Attribute used to order teams. If left blank, the newest come first.",
      example: "name:asc",
    }),
    fetchAll,
    limit,
    cursor,
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<Team>(client, path`/teams`, inputs),
  }),
  examplePayload: listTeamsExample,
});
