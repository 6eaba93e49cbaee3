export { createTeam } from "./createTeam";
export { deleteTeam } from "./deleteTeam";
export { getTeam } from "./getTeam";
export { listTeams } from "./listTeams";
export { updateTeam } from "./updateTeam";
