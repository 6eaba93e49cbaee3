import { keyValueObject } from "../../inputs/clean";

/** The id in the path of an operation on one survey. @param comments what it is asked for. */
export function surveyId(comments: string) {
  return {
    label: "Satisfaction Survey ID",
    comments,
    example: "987",
    required: true,
    dataSource: "selectSatisfactionSurvey",
  } as const;
}

/** Whom a survey asks. */
export const surveyCustomer = {
  label: "Customer ID",
  comments: "ID of the customer who is asked.",
  example: "3924",
  dataSource: "selectCustomer",
} as const;

/** What a survey asks about. */
export const surveyTicket = {
  label: "Ticket ID",
  comments: "ID of the ticket that the survey is about. A ticket has one survey at most.",
  example: "1234567890",
  dataSource: "selectTicket",
} as const;

/** What a survey can hold beside its customer and ticket. */
export const surveyFields = {
  score: {
    label: "Score",
    comments: "The customer's score, from 1 (worst) to 5 (best).",
    example: "5",
  },
  body_text: {
    label: "Comment",
    comments: "What the customer wrote beside the score, at most 1,000 characters.",
    example: "Quick and friendly, thank you!",
  },
  scored_datetime: {
    label: "Scored Datetime",
    comments: "When the customer gave the score.",
    example: "2025-02-08T14:20:41.502113+00:00",
  },
  should_send_datetime: {
    label: "Send Datetime",
    comments: "When Gorgias is to send the survey to the customer. Without one, no survey is sent.",
    example: "2025-02-08T10:00:00.000000+00:00",
  },
  sent_datetime: {
    label: "Sent Datetime",
    comments: "When the survey was sent to the customer.",
    example: "2025-02-08T10:00:00.000000+00:00",
  },
  created_datetime: {
    label: "Created Datetime",
    comments: "When the survey was created.",
    example: "2025-02-07T09:55:18.064317+00:00",
    rare: true,
  },
  meta: {
    label: "Meta",
    comments: "Keys and values of your own to keep with the survey.",
    example: "campaign:spring",
    as: { type: "string", collection: "keyvaluelist", clean: keyValueObject("Meta") },
    rare: true,
  },
} as const;
