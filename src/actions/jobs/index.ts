export { cancelJob } from "./cancelJob";
export { createJob } from "./createJob";
export { getJob } from "./getJob";
export { listJobs } from "./listJobs";
export { updateJob } from "./updateJob";
