import { advanceJobs } from "./jobs";
import { sendDueMessages } from "./messages";
import { sendDueSurveys } from "./satisfactionSurveys";
import { endDueSnoozes } from "./snoozes";
import type { State } from "./state";

/**
 * Does what is due by the clock. The server calls this before every request, so that a later read
 * sees what has become of things.
 */
export function runDueWork(state: State): void {
  sendDueMessages(state);
  sendDueSurveys(state);
  endDueSnoozes(state);
  advanceJobs(state);
}
