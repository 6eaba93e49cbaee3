export { apiKey } from "./apiKey";
export { oauth2 } from "./oauth2";
