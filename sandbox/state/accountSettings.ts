import type { Schemas } from "../contract/types";
import { invalid } from "../errors";
import type { Actor } from "./actor";
import { recordEvent } from "./events";
import type { AccountSettingRecord } from "./records/accountSettings";
import type { State } from "./state";

/** @throws ApiError 400 when the account has a setting of this type */
export function createAccountSetting(
  state: State,
  actor: Actor,
  input: Schemas["AccountSettingInput"],
): AccountSettingRecord {
  refuseSecond(state, input.type, undefined);
  return store(state, actor, { data: {}, ...input, id: state.accountSettings.nextId() });
}

/** @throws ApiError 400 when another setting has this type */
export function updateAccountSetting(
  state: State,
  actor: Actor,
  setting: AccountSettingRecord,
  input: Schemas["AccountSettingInput"],
): AccountSettingRecord {
  refuseSecond(state, input.type, setting.id);
  return store(state, actor, { ...setting, ...input });
}

function refuseSecond(state: State, type: string, ownId: number | undefined): void {
  const other = [...state.accountSettings.values()].find((setting) => setting.type === type);
  if (other && other.id !== ownId) {
    throw invalid("type", `Setting ${other.id} has this type.`);
  }
}

function store(state: State, actor: Actor, setting: AccountSettingRecord): AccountSettingRecord {
  state.accountSettings.set(setting.id, setting);
  showSettings(state);
  recordEvent(state, actor, {
    type: "account-setting-updated",
    object_type: "AccountSetting",
    object_id: setting.id,
  });
  return setting;
}

/** Brings the account up to date, which shows its settings. */
export function showSettings(state: State): void {
  state.account = { ...state.account, settings: [...state.accountSettings.values()] };
}
