import type { Handlers } from "./handler";

export const accountHandlers: Handlers = {
  "get-account": ({ state }) => ({ status: 200, body: state.account }),
};
