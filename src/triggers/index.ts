export { gorgiasWebhook } from "./gorgiasWebhook";
export { pollChangesTrigger } from "./pollChangesTrigger";
export { syncRecords } from "./syncRecords";
