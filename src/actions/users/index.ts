export { createUser } from "./createUser";
export { deleteUser } from "./deleteUser";
export { getUser } from "./getUser";
export { listUsers } from "./listUsers";
export { updateUser } from "./updateUser";
