/** Uploaded files. */
import { createHash } from "node:crypto";
import path from "node:path";
import { uuid } from "./events";
import type { StoredFile } from "./records/files";
import type { State } from "./state";

export type NewFile = Pick<StoredFile, "name" | "contentType" | "data"> & {
  fileType?: string | undefined;
};

/** Keeps a file under a name made from its own. */
export function storeFile(state: State, file: NewFile): StoredFile {
  const stored: StoredFile = {
    ...file,
    fileType: file.fileType ?? "attachment",
    domainHash: domainHash(state),
    resourceName: resourceName(state, file.name),
  };
  state.files.set(fileKey(stored), stored);
  return stored;
}

export function fileKey({
  domainHash,
  resourceName,
}: Pick<StoredFile, "domainHash" | "resourceName">): string {
  return `${domainHash}/${resourceName}`;
}

/** Private files are delivered through the download operation only. */
export function isPrivate({ fileType }: StoredFile): boolean {
  return fileType === "attachment";
}

function domainHash({ account, seed }: State): string {
  return createHash("sha256").update(`${account.domain}:${seed}`).digest("base64url").slice(0, 16);
}

function resourceName(state: State, name: string): string {
  const extension = path.extname(name);
  const safe = (text: string) => text.replace(/[^A-Za-z0-9._-]/g, "_");
  const unique = uuid(`${state.seed}:file:${state.files.size}`);
  return `${safe(path.basename(name, extension))}-${unique}${safe(extension)}`;
}
