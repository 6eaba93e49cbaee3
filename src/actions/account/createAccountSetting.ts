import { operationAction } from "../../operationAction";
import { accountSettingExample } from "./examples";
import { settingFields } from "./inputs";

export const createAccountSetting = operationAction("POST /account/settings", {
  display: {
    label: "Create Account Setting",
    description: "Create a setting of your account.",
  },
  creates: { what: "account setting", lookWith: "List Account Settings" },
  inputs: { ...settingFields },
  examplePayload: accountSettingExample,
});
