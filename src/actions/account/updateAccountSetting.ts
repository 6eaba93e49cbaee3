import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { changes, connection, debugRequest } from "../../inputs/shared";
import { accountSettingExample } from "./examples";
import { settingFields } from "./inputs";
import type { AccountSetting } from "./types";

const { type, data } = settingFields("update-account-setting");

export const updateAccountSetting = gorgiasAction({
  operation: "update-account-setting",
  display: {
    label: "Update Account Setting",
    description: "Update a setting of your account.",
  },
  reads: false,
  inputs: {
    connection,
    id: fieldsOf("update-account-setting")("id", {
      label: "Setting ID",
      comments: "ID of the setting to update, as List Account Settings shows it.",
      example: "987",
      required: true,
    }),
    type,
    data,
    debugRequest,
  },
  perform: async (client, { id, ...setting }) => ({
    data: await client.put<AccountSetting>(path`/account/settings/${id}`, changes(setting)),
  }),
  examplePayload: accountSettingExample,
});
