import { emailAddressOf } from "../actions/tasks/messages/accountAddresses";
import { gorgiasPicklist } from "./picklist";

/** For inputs that take an address of the account. The list's own filter takes one type of many. */
export const selectEmailAddress = gorgiasPicklist("GET /integrations", {
  display: {
    label: "Select Email Address",
    description: "Select an email address that the account sends from.",
  },
  inputs: {},
  sortBy: "label",
  keyOf: emailAddressOf,
  isArchived: ({ deactivated_datetime }) => Boolean(deactivated_datetime),
  kind: "Email Address",
  names: (integration) => [emailAddressOf(integration), integration.name],
  examplePayload: {
    result: [
      { key: "returns@example.com", label: "returns@example.com" },
      { key: "support@example.com", label: "support@example.com" },
    ],
  },
});
