import { API_USER_ID } from "../seed/ids";
import type { State } from "./state";

/** Who makes a change, and the chain that its events belong to. */
export interface Actor {
  userId: number;
  chain: number;
}

/** Starts a chain of events for one request (or one change made by a test). */
export function newActor(state: State): Actor {
  state.chains += 1;
  return { userId: API_USER_ID, chain: state.chains };
}
