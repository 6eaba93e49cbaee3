export { getAccount } from "./getAccount";
