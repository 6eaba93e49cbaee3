import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listSurveysExample } from "./examples";
import type { SatisfactionSurvey } from "./types";

const field = fieldsOf("list-satisfaction-surveys");
const { cursor, fetchAll, limit } = paging("list-satisfaction-surveys", "satisfaction surveys");

/** The filter that List Satisfaction Surveys and the survey picker share. */
export const surveyFilters = {
  ticket_id: field("ticket_id", {
    label: "Ticket ID",
    comments: "ID of a ticket, to list its survey only. If left blank, those of all tickets.",
    example: "1234567890",
    dataSource: "selectTicket",
  }),
};

export const listSatisfactionSurveys = gorgiasAction({
  operation: "list-satisfaction-surveys",
  display: {
    label: "List Satisfaction Surveys",
    description: "List the satisfaction surveys of all tickets, or of one.",
  },
  reads: true,
  inputs: {
    connection,
    ...surveyFilters,
    order_by: field("order_by", {
      label: "Order By",
      comments:
        "Attribute used to order satisfaction surveys. If left blank, the newest come first.",
      example: "created_datetime:desc",
    }),
    fetchAll,
    limit,
    cursor,
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<SatisfactionSurvey>(client, path`/satisfaction-surveys`, inputs),
  }),
  examplePayload: listSurveysExample,
});
