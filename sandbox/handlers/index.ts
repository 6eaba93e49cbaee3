import { accountHandlers } from "./account";
import { customerCustomFieldHandlers } from "./customerCustomFields";
import { customerHandlers } from "./customers";
import { customFieldHandlers } from "./customFields";
import { eventHandlers } from "./events";
import { fileHandlers } from "./files";
import type { Handlers } from "./handler";
import { integrationHandlers } from "./integrations";
import { jobHandlers } from "./jobs";
import { macroHandlers } from "./macros";
import { messageHandlers } from "./messages";
import { metricCardHandlers } from "./metricCards";
import { oauthHandlers } from "./oauth";
import { ruleHandlers } from "./rules";
import { satisfactionSurveyHandlers } from "./satisfactionSurveys";
import { searchHandlers } from "./search";
import { statisticsHandlers } from "./statistics";
import { tagHandlers } from "./tags";
import { teamHandlers } from "./teams";
import { ticketCustomFieldHandlers } from "./ticketCustomFields";
import { ticketHandlers } from "./tickets";
import { ticketTagHandlers } from "./ticketTags";
import { userHandlers } from "./users";
import { viewItemHandlers } from "./viewItems";
import { viewHandlers } from "./views";
import { voiceCallHandlers } from "./voiceCalls";
import { widgetHandlers } from "./widgets";

/** Every operation that the sandbox performs, one file a resource. */
export const handlers: Handlers = {
  ...accountHandlers,
  ...customerCustomFieldHandlers,
  ...customerHandlers,
  ...customFieldHandlers,
  ...eventHandlers,
  ...fileHandlers,
  ...integrationHandlers,
  ...jobHandlers,
  ...macroHandlers,
  ...messageHandlers,
  ...metricCardHandlers,
  ...oauthHandlers,
  ...ruleHandlers,
  ...satisfactionSurveyHandlers,
  ...searchHandlers,
  ...statisticsHandlers,
  ...tagHandlers,
  ...teamHandlers,
  ...ticketCustomFieldHandlers,
  ...ticketHandlers,
  ...ticketTagHandlers,
  ...userHandlers,
  ...viewItemHandlers,
  ...viewHandlers,
  ...voiceCallHandlers,
  ...widgetHandlers,
};
