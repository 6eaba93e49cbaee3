export { apiKey } from "./apiKey";
export { oauth2 } from "./oauth2";
export { oauth2ByDomain } from "./oauth2ByDomain";
