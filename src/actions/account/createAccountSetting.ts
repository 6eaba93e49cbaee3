import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { accountSettingExample } from "./examples";
import { settingFields } from "./inputs";
import type { AccountSetting } from "./types";

const { type, data } = settingFields("create-account-setting");

export const createAccountSetting = gorgiasAction({
  operation: "create-account-setting",
  display: {
    label: "Create Account Setting",
    description: "Create a setting of your account.",
  },
  reads: false,
  inputs: { connection, type, data, debugRequest },
  perform: async (client, setting) => ({
    data: await client.post<AccountSetting>(path`/account/settings`, setting, {
      creates: {
        what: "account setting",
        advice: "look with List Account Settings before you run this again",
      },
    }),
  }),
  examplePayload: accountSettingExample,
});
