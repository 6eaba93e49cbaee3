import { fieldSchema } from "../../contract/fields";
import { json } from "../../inputs/clean";
import { fieldsOf } from "../../inputs/field";

/** The id in the path of an operation on one tag. @param purpose what it is asked for. */
export function tagId(operation: "get-tag" | "update-tag" | "delete-tag", purpose: string) {
  return fieldsOf(operation)("id", {
    label: "Tag ID",
    comments: purpose,
    example: "201",
    required: true,
    dataSource: "selectTag",
  });
}

interface Decoration {
  color: string;
}

const COLOR = "Color";

/** What a tag is created with, and what an update can change. */
export function tagFields<R extends boolean>(
  operation: "create-tag" | "update-tag",
  /** Whether the API must be given a name. */
  required: R,
) {
  const field = fieldsOf(operation);
  const decoration = json<Decoration>(COLOR, fieldSchema(operation, "decoration"));
  const isColor = (value: unknown): value is string =>
    typeof value === "string" && !value.trim().startsWith("{");
  return {
    name: field("name", {
      label: "Name",
      comments: "Name of the tag, up to 256 characters. VIP and vip are two tags.",
      example: "vip",
      required,
    }),
    description: field("description", {
      label: "Description",
      comments: "What the tag is for, up to 1024 characters.",
      example: "Customers with more than ten orders",
    }),
    decoration: field(
      "decoration",
      {
        label: COLOR,
        comments: "Color of the tag as a hex code, or the decoration of another tag.",
        example: "#F58D86",
      },
      {
        type: "string",
        clean: (value) => decoration(isColor(value) ? { color: value.trim() } : value),
      },
    ),
  };
}
