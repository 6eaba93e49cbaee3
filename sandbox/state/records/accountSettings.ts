import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";

export type AccountSettingRecord = Readonly<Schemas["AccountSetting"]> & { readonly id: number };

export function accountSettingCollection() {
  return new Collection<AccountSettingRecord>({ orders: {}, groups: {} }, 731);
}
