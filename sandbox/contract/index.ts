/**
 * The contract without a sandbox: its operations, which one a request means, and whether requests
 * and responses fit it.
 */
export { ApiError } from "../errors";
export { contract, type Operation } from "./document";
export { type FilePart, parseMultipart } from "./multipart";
export { type RawRequest, type ValidRequest, validateRequest } from "./requestValidation";
export { type ApiResponse, responseViolation } from "./responseValidation";
export { type Route, route } from "./routing";
