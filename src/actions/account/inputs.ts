/** The types that the designer offers: the known ones, to which Gorgias adds others. */
export const SETTING_TYPES = [
  "access",
  "auto-merge",
  "business-hours",
  "default-integration",
  "satisfaction-surveys",
  "ticket-assignment",
  "views-ordering",
  "views-visibility",
] as const;

/** What a setting is created with, and what an update replaces. */
export const settingFields = {
  type: {
    label: "Type",
    comments: "What the setting is about.",
    example: "business-hours",
    required: true,
    choices: SETTING_TYPES,
  },
  data: {
    label: "Data",
    comments:
      "The content of the setting, as JSON. Its shape depends on the type: List Account Settings shows what your account holds.",
    example:
      '{"timezone": "UTC", "business_hours": {"days": "1,2,3,4,5", "from_time": "09:00", "to_time": "22:00"}}',
  },
} as const;
