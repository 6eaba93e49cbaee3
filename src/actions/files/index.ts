export { downloadFile } from "./downloadFile";
export { uploadFiles } from "./uploadFiles";
