/**
 * fast-check with one seed, so that a run tells of a change and not of luck. `SEED=random npm test`
 * tries what no run has tried yet, and `SEED=123 npm test` what that run did.
 */
import fc from "fast-check";

const { SEED = "1" } = process.env;
if (SEED !== "random") {
  fc.configureGlobal({ seed: Number(SEED) });
}

export default fc;
