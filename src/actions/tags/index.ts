export { createTag } from "./createTag";
export { deleteTag } from "./deleteTag";
export { deleteTags } from "./deleteTags";
export { getTag } from "./getTag";
export { listTags } from "./listTags";
export { mergeTags } from "./mergeTags";
export { updateTag } from "./updateTag";
