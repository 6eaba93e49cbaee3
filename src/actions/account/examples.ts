import type { Schemas } from "../../contract/types";
import { documented } from "../../examples";
import type { ListEnvelope } from "../../lists";

export const getAccountExample = documented<Schemas["Account"]>({
  data: {
    created_datetime: "2017-11-23T15:59:41.966927",
    deactivated_datetime: null,
    domain: "company_name",
    settings: [
      {
        id: 987,
        type: "business-hours",
        data: {
          timezone: "UTC",
          business_hours: {
            days: "1,2,3,4,5",
            from_time: "09:00",
            to_time: "22:00",
          },
        },
      },
    ],
    status: {
      status: "active",
    },
  },
});

export const accountSettingExample: { data: Schemas["AccountSetting"] } = {
  data: {
    id: 987,
    type: "business-hours",
    data: {
      timezone: "UTC",
      business_hours: { days: "1,2,3,4,5", from_time: "09:00", to_time: "22:00" },
    },
  },
};

export const listAccountSettingsExample: { data: ListEnvelope<Schemas["AccountSetting"]> } = {
  data: {
    object: "list",
    uri: "/api/account/settings",
    data: [accountSettingExample.data],
    meta: { prev_cursor: null, next_cursor: null },
  },
};
