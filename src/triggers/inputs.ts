import { choice } from "../inputs/clean";
import { input } from "../inputs/field";
import { RESOURCE_TYPES, type ResourceType } from "./changes/sources";

const LABEL = "Resource Type";

export const pollResourceType = input(
  {
    label: LABEL,
    comments:
      "What to watch. Tickets and customers are found when they are created or changed, messages and events when they are created, satisfaction responses when a customer answers a survey. Tickets in the trash are included.",
    example: "tickets",
    required: true,
  },
  {
    type: "string",
    choices: RESOURCE_TYPES,
    clean: (value) => choice(LABEL, RESOURCE_TYPES)(value) as ResourceType,
  },
);
