import type { Schemas } from "../../contract/types";
import { documented } from "../../examples";

export const searchExample = documented<Schemas["SearchResponse"]>({
  data: {},
});
