export { archiveMacros } from "./archiveMacros";
export { createMacro } from "./createMacro";
export { deleteMacro } from "./deleteMacro";
export { getMacro } from "./getMacro";
export { listMacros } from "./listMacros";
export { unarchiveMacros } from "./unarchiveMacros";
export { updateMacro } from "./updateMacro";
