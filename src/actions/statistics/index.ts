export { getStatistics } from "./getStatistics";
