import { gorgiasAction } from "../../../action";
import type { GorgiasClient } from "../../../client";
import { untypedOutput } from "../../../contract/outputs";
import { GorgiasError } from "../../../http/errors";
import { type ApiPath, path } from "../../../http/path";
import { text } from "../../../inputs/clean";
import { input } from "../../../inputs/input";
import { refuse } from "../../../inputs/refusal";
import { downloadFileExample } from "../../files/examples";

const LABEL = "URL";

export const downloadAttachment = gorgiasAction({
  outputSchema: untypedOutput("The bytes of the file."),
  display: {
    label: "Download Attachment",
    description: "Download a file that is attached to a message.",
  },
  reads: true,
  inputs: {
    url: input(
      {
        label: LABEL,
        comments: "The URL of the attachment, as the message holds it in attachments[].url.",
        example:
          "https://uploads.gorgias.io/Hna8kldnmlal/image-test-c9f158fc-062d-4b00-a826-e29b36852c9b.png",
        required: true,
      },
      { type: "string", clean: attachmentUrl },
    ),
  },
  perform: (client, { url }) => download(client, url),
  examplePayload: downloadFileExample,
});

/** A file of Gorgias's: an address of the API names its type, that of a message does not. */
interface StoredFile {
  type?: string;
  hash: string;
  name: string;
}

/** Most attachments are private; a public one is of another type, under the same form of URL. */
async function download(client: GorgiasClient, { type, hash, name }: StoredFile) {
  const pathOf = (fileType: string): ApiPath => path`/${fileType}/download/${hash}/${name}`;
  if (type) {
    return client.download(pathOf(type));
  }
  try {
    return await client.download(pathOf("attachment"));
  } catch (error) {
    if (error instanceof GorgiasError && error.status === 404) {
      return client.download(pathOf("public_attachment"));
    }
    throw error;
  }
}

/** `/{hash}/{name}`, or the path of the API below the account's host. */
const FORM = /^\/(?:api\/(?<type>[\w-]+)\/download\/)?(?<hash>[\w-]+)\/(?<name>[^/]+)$/;

/**
 * No credential goes to the host that is named: only the last parts of the URL are used, below the
 * account's own address.
 */
function attachmentUrl(value: unknown): StoredFile {
  const given = text(LABEL)(value).trim();
  const { protocol, pathname } = URL.canParse(given)
    ? new URL(given)
    : { protocol: "", pathname: "" };
  const { type, hash, name } = FORM.exec(pathname)?.groups ?? {};
  if (!/^https?:$/.test(protocol) || !hash || !name) {
    throw refuse(
      LABEL,
      "must be the URL of an attachment that Gorgias keeps, such as https://uploads.gorgias.io/Hna8kldnmlal/image.png",
      value,
    );
  }
  return { type, hash, name: decoded(name) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
