import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listAccountSettingsExample } from "./examples";
import { SETTING_TYPES } from "./inputs";
import type { AccountSetting } from "./types";

export const listAccountSettings = gorgiasAction({
  operation: "list-account-settings",
  display: {
    label: "List Account Settings",
    description: "List the settings of your account.",
  },
  reads: true,
  inputs: {
    connection,
    type: fieldsOf("list-account-settings")("type", {
      label: "Type",
      comments: "Only list settings of this type. If left blank, settings of all types are listed.",
      example: "business-hours",
      choices: SETTING_TYPES,
    }),
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<AccountSetting>(client, path`/account/settings`, inputs),
  }),
  examplePayload: listAccountSettingsExample,
});
