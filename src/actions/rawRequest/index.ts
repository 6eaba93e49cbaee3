export { rawRequest } from "./rawRequest";
