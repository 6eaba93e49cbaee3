import { gorgiasAction } from "../../action";
import { opaqueOutput } from "../../contract/outputs";
import { InputError } from "../../errors";
import { toMultipart } from "../../http/multipart";
import { rawPath } from "../../http/path";
import type { ApiRequest } from "../../http/send";
import { toHeaders } from "./headers";
import { rawRequestInputs } from "./inputs";
import { rawRetryPolicy } from "./retryPolicy";

const EXPECTED = { arraybuffer: "bytes", document: "text", json: "any", text: "text" } as const;

interface BodyInputs {
  data?: string;
  formData: { name: string; data: Buffer | string }[];
  fileData: { name: string; data: Buffer; contentType?: string }[];
  fileDataFileNames: { key: string; value: string }[];
}

export const rawRequest = gorgiasAction({
  outputSchema: opaqueOutput("What Gorgias answers: JSON, text or bytes, by Response Type."),
  display: { label: "Raw Request", description: "Send raw HTTP request to Gorgias API." },
  reads: false,
  inputs: rawRequestInputs,
  perform: async (client, { method, url, queryParams, responseType, timeout, ...inputs }) => {
    const { path, query } = rawPath("URL", url);
    const { "content-type": statedType, ...headers } = toHeaders(inputs.headers, client.logger);
    const { data } = await client.send<unknown>({
      method,
      path,
      query: toRawQuery(query, queryParams),
      headers,
      ...toBody(inputs, statedType),
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
    return {
      body: data,
      contentType: statedType ?? (isJson(data) ? "application/json" : "text/plain"),
    };
  }
  if (data !== undefined) {
    throw new InputError(
      "Data cannot be sent together with File Data or Form Data: set one of them.",
    );
  }
  const fileNames = new Map(fileDataFileNames.map(({ key, value }) => [key, value]));
  const files = fileData.map((part) => ({
    ...part,
    fileName: fileNames.get(part.name) ?? part.name,
  }));
  return toMultipart([...formData, ...files]);
}

/** The query of the path, then the Query Parameters: a repeated key is sent as often as it is given. */
function toRawQuery(inPath: string, pairs: readonly { key: string; value: string }[]): string {
  const query = new URLSearchParams(pairs.map(({ key, value }): [string, string] => [key, value]));
  return [inPath, query.toString()].filter(Boolean).join("&");
}
