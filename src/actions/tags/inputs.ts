import { fieldSchema } from "../../contract/fieldSchemas";
import { json } from "../../inputs/clean";

/** The id in the path of an operation on one tag. @param comments what it is asked for. */
export function tagId(comments: string) {
  return {
    label: "Tag ID",
    comments,
    example: "201",
    required: true,
    dataSource: "selectTag",
  } as const;
}

interface Decoration {
  color: string;
}

const COLOR = "Color";

/** What a tag is created with, and what an update can change. */
export const tagFields = {
  name: {
    label: "Name",
    comments: "Name of the tag, up to 256 characters. VIP and vip are two tags.",
    example: "vip",
  },
  description: {
    label: "Description",
    comments: "What the tag is for, up to 1024 characters.",
    example: "Customers with more than ten orders",
  },
  decoration: {
    label: COLOR,
    comments: "Color of the tag as a hex code, or the decoration of another tag.",
    example: "#F58D86",
    as: {
      type: "string",
      clean: decoration,
    },
  },
} as const;

/** A color alone stands for the decoration with it. */
function decoration(value: unknown): Decoration {
  const isColor = typeof value === "string" && !value.trim().startsWith("{");
  const toDecoration = json<Decoration>(COLOR, fieldSchema("POST /tags", "decoration"));
  return toDecoration(isColor ? { color: value.trim() } : value);
}
