import type { SearchResponse } from "../../contract/types";
import { documented } from "../../examples";

export const searchExample = documented<SearchResponse>({
  data: {},
});
