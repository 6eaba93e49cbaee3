import { gorgiasAction } from "../../action";
import { untypedOutput } from "../../contract/outputs";
import { InputError } from "../../errors";
import type { ApiRequest } from "../../http/apiRequest";
import { type FormPart, toMultipart } from "../../http/multipart";
import { rawPath } from "../../http/path";
import { guessEffect } from "./effect";
import { toHeaders } from "./headers";
import { rawRequestInputs } from "./inputs";
import { rawRetryPolicy } from "./retryPolicy";

const EXPECTED = { arraybuffer: "bytes", document: "text", json: "any", text: "text" } as const;

interface BodyInputs {
  data?: string | { data: Buffer; contentType?: string };
  formData: { name: string; data: Buffer | string }[];
  fileData: { name: string; data: Buffer; contentType?: string; fileName?: string }[];
  fileDataFileNames: { key: string; value: string }[];
}

export const rawRequest = gorgiasAction({
  outputSchema: untypedOutput("What Gorgias answers: JSON, text or bytes, by Response Type."),
  display: { label: "Raw Request", description: "Send raw HTTP request to Gorgias API." },
  reads: false,
  inputs: rawRequestInputs,
  perform: async (client, { method, url, queryParams, responseType, timeout, ...inputs }) => {
    const { path, query: queryInPath } = rawPath("URL", url);
    const { "content-type": statedType, ...headers } = toHeaders(inputs.headers, client.logger);
    const content = toBody(inputs, statedType);
    const query = toRawQuery(queryInPath, queryParams);
    const { data } = await client.send<unknown>({
      method,
      path,
      query,
      effect: guessEffect(method, path, query, content.body),
      headers,
      ...content,
      expect: EXPECTED[responseType as keyof typeof EXPECTED],
      timeoutMs: timeout || undefined,
      retryPolicy: rawRetryPolicy(inputs),
    });
    return { data };
  },
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The body and its type: the builder's text, or a form. */
function toBody(
  { data, formData, fileData, fileDataFileNames }: BodyInputs,
  statedType?: string,
): Pick<ApiRequest, "body" | "contentType"> {
  if (formData.length + fileData.length === 0) {
    if (data === undefined) {
      return {};
    }
    if (typeof data === "object") {
      const contentType = statedType ?? data.contentType ?? "application/octet-stream";
      return { body: data.data, contentType };
    }
    return {
      body: data,
      contentType: statedType ?? (isJson(data) ? "application/json" : "text/plain"),
    };
  }
  if (data !== undefined) {
    throw new InputError(
      "Data cannot be sent together with File Data or Form Data: set one of them.",
      { input: "Data, File Data, Form Data" },
    );
  }
  return toMultipart([...formData, ...withFileNames(fileData, fileDataFileNames)]);
}

/** Several files of one key take its names in their order; a file without one has that of its step. */
function withFileNames(
  files: BodyInputs["fileData"],
  names: BodyInputs["fileDataFileNames"],
): FormPart[] {
  const taken = new Map<string, number>();
  return files.map((file) => {
    const ofKey = names.filter(({ key }) => key === file.name);
    const position = taken.get(file.name) ?? 0;
    taken.set(file.name, position + 1);
    return { ...file, fileName: ofKey[position]?.value ?? file.fileName ?? file.name };
  });
}

/** The query of the path, then the Query Parameters: a repeated key is sent as often as it is given. */
function toRawQuery(inPath: string, pairs: readonly { key: string; value: string }[]): string {
  const query = new URLSearchParams(pairs.map(({ key, value }): [string, string] => [key, value]));
  return [inPath, query.toString()].filter(Boolean).join("&");
}
