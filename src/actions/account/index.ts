export { createAccountSetting } from "./createAccountSetting";
export { getAccount } from "./getAccount";
export { listAccountSettings } from "./listAccountSettings";
export { updateAccountSetting } from "./updateAccountSetting";
