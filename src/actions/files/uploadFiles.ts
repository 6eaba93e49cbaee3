import { extension } from "mime-types";
import { gorgiasAction } from "../../action";
import type { Schemas } from "../../contract/types";
import { InputError } from "../../errors";
import { toMultipart } from "../../http/multipart";
import { path } from "../../http/path";
import { toQuery } from "../../http/query";
import { file } from "../../inputs/binary";
import { isUnset, keyValues, text } from "../../inputs/clean";
import { fieldsOf, input } from "../../inputs/input";
import { refuse } from "../../inputs/refusal";
import { connection, debugRequest } from "../../inputs/shared";
import { formatValue } from "../../text";
import { uploadFilesExample } from "./examples";

const DEFAULT_FILE_NAME = "file";

export const uploadFiles = gorgiasAction({
  answers: "POST /upload",
  display: { label: "Upload Files", description: "Upload a file or several files." },
  reads: false,
  inputs: {
    connection,
    debugRequest,
    file: input(
      {
        label: "File",
        comments:
          "A file to upload, this should be a reference to binary data from a previous step. The name of this parameter can be replaced with the label of the file you want to have once uploaded. E.g: package-damaged.png.",
        example: "SGVsbG8sIFdvcmxkIQ==",
        required: true,
      },
      { type: "data", clean: file("File", "base64") },
    ),
    type: fieldsOf("POST /upload")("type", {
      label: "Type",
      comments:
        "The type of file to upload. If not specified, the file will be uploaded as a private attachment.",
      example: "attachment",
      choices: ["attachment", "public_attachment", "profile_picture", "widget_picture"],
    }),
    file_name: input(
      {
        label: "File Name",
        comments:
          "The label of the file once uploaded. If left blank, the name that the previous step gave the file is used.",
        example: "package-damaged.png",
      },
      { type: "string", clean: fileName("File Name") },
    ),
    files: input(
      {
        label: "Additional Files",
        comments:
          "More files to upload in the same request. Each key is the label of a file once uploaded, each value a reference to binary data from a previous step.",
        example: "invoice.pdf:SGVsbG8sIFdvcmxkIQ==",
      },
      { type: "data", collection: "keyvaluelist", clean: namedFiles },
    ),
  },
  perform: async (client, { file: main, file_name, files = [], type }) => {
    const suggested = main.fileName?.replace(/[\p{Cc}"/\\]/gu, "_").slice(-255);
    const all = [
      { name: file_name ?? suggested ?? defaultName(main.contentType), ...main },
      ...files,
    ];
    const names = all.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice) {
      throw new InputError(
        `File Name and Additional Files must differ; given ${formatValue(twice)} twice.`,
        { input: "File Name, Additional Files", given: formatValue(twice) },
      );
    }
    const { data } = await client.send<Schemas["UploadedFile"][]>({
      method: "POST",
      path: path`/upload`,
      query: toQuery({ type }),
      ...toMultipart(all.map((part) => ({ ...part, fileName: part.name }))),
      expect: "json",
      effect: "once",
      creates: { what: "file", advice: "a second upload does no harm, so this can be run again" },
    });
    return { data };
  },
  examplePayload: uploadFilesExample,
});

/** With the ending of its content type, by which a customer's machine opens it. */
function defaultName(contentType = ""): string {
  const ending = extension(contentType);
  return ending ? `${DEFAULT_FILE_NAME}.${ending}` : DEFAULT_FILE_NAME;
}

/** The label of a file: Gorgias reads it from the name of its part. */
function fileName(label: string) {
  return (value: unknown): string => {
    const name = text(label)(value).trim();
    if (/[\p{Cc}"/\\]/u.test(name) || name.length > 255) {
      throw refuse(
        label,
        "must be a file name of at most 255 characters, without quotes, slashes and line breaks",
        value,
      );
    }
    return name;
  };
}

function namedFiles(value: unknown) {
  return keyValues("Additional Files")(value).map((pair) => ({
    name: fileName("Additional Files")(pair.key),
    // An empty value is a reference that found nothing, not an empty file.
    ...file("Additional Files", "base64")(isUnset(pair.value) ? undefined : pair.value),
  }));
}
