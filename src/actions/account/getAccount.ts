import { gorgiasAction } from "../../action";
import type { Account } from "../../contract/types";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { getAccountExample } from "./examples";

export const getAccount = gorgiasAction({
  operation: "get-account",
  display: { label: "Get Account", description: "Retrieve your account." },
  reads: true,
  inputs: { connection, debugRequest },
  perform: async (client) => ({ data: await client.get<Account>(path`/account`) }),
  examplePayload: getAccountExample,
});
