export * from "./account";
export * from "./customers";
export * from "./events";
export * from "./files";
export * from "./messages";
export * from "./rawRequest";
export * from "./search";
export * from "./tickets";
