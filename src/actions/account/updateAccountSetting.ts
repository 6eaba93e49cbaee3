import { operationAction } from "../../operationAction";
import { accountSettingExample } from "./examples";
import { settingFields } from "./inputs";

export const updateAccountSetting = operationAction("PUT /account/settings/{id}", {
  display: {
    label: "Update Account Setting",
    description: "Update a setting of your account.",
  },
  inputs: {
    id: {
      label: "Setting ID",
      comments: "ID of the setting to update, as List Account Settings shows it.",
      example: "987",
      required: true,
    },
    ...settingFields,
  },
  examplePayload: accountSettingExample,
});
