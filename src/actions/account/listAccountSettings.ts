import { operationAction } from "../../operationAction";
import { listAccountSettingsExample } from "./examples";
import { SETTING_TYPES } from "./inputs";

export const listAccountSettings = operationAction("GET /account/settings", {
  display: {
    label: "List Account Settings",
    description: "List the settings of your account.",
  },
  inputs: {
    type: {
      label: "Type",
      comments: "Only list settings of this type. If left blank, settings of all types are listed.",
      example: "business-hours",
      choices: SETTING_TYPES,
    },
  },
  examplePayload: listAccountSettingsExample,
});
