import { gorgiasAction } from "../../action";
import { untypedOutput } from "../../contract/outputs";
import { path } from "../../http/path";
import { choice, text } from "../../inputs/clean";
import { fieldsOf } from "../../inputs/input";
import { refuse } from "../../inputs/refusal";
import { connection, debugRequest } from "../../inputs/shared";
import { downloadFileExample } from "./examples";

const field = fieldsOf("GET /{file_type}/download/{domain_hash}/{resource_name}");
const FILE_TYPES = ["attachment", "public_attachment", "profile_picture", "widget_picture"];

export const downloadFile = gorgiasAction({
  outputSchema: untypedOutput("The bytes of the file."),
  display: { label: "Download File", description: "Download a file." },
  reads: true,
  inputs: {
    connection,
    debugRequest,
    domain_hash: field("domain_hash", {
      label: "Domain Hash",
      comments: "The domain identifier of the account that owns the resource.",
      example: "Hna8kldnmlal",
      required: true,
    }),
    file_type: field(
      "file_type",
      {
        label: "File Type",
        comments: "The type of file to download.",
        example: "attachment",
        required: true,
      },
      { type: "string", choices: FILE_TYPES, clean: choice("File Type", FILE_TYPES) },
    ),
    resource_name: field(
      "resource_name",
      {
        label: "Resource Name",
        comments: "The resource identifier of the attachment you are trying to retrieve.",
        example: "image-test-c9f158fc-062d-4b00-a826-e29b36852c9b.png",
        required: true,
      },
      { clean: resourceName },
    ),
  },
  perform: (client, { file_type, domain_hash, resource_name }) =>
    client.download(path`/${file_type}/download/${domain_hash}/${resource_name}`),
  examplePayload: downloadFileExample,
});

/** "." and ".." would lead to another address. */
function resourceName(value: unknown): string {
  const name = text("Resource Name")(value);
  if (/^\.{1,2}$/.test(name)) {
    throw refuse("Resource Name", "must be the name of a file", value);
  }
  return name;
}
