import { createAccountSetting, updateAccountSetting } from "../state/accountSettings";
import { requireRecord } from "../state/requireRecord";
import type { Handlers } from "./handler";

export const accountHandlers: Handlers = {
  "get-account": ({ state }) => ({ status: 200, body: state.account }),

  "list-account-settings": ({ state, query: { type } }) => ({
    status: 200,
    body: {
      data: [...state.accountSettings.values()].filter(
        (setting) => type === undefined || setting.type === type,
      ),
    },
  }),

  "create-account-setting": ({ state, actor, body }) => ({
    status: 201,
    body: createAccountSetting(state, actor, body),
  }),

  "update-account-setting": ({ state, actor, path, body }) => {
    const setting = requireRecord(state.accountSettings, "Account setting", path.id);
    return { status: 200, body: updateAccountSetting(state, actor, setting, body) };
  },
};
