import { notFound } from "../errors";
import { fileKey, isPrivate, storeFile } from "../state/files";
import type { Handlers } from "./handler";

/** Where Gorgias keeps private files; only the download operation leads to their content. */
const PRIVATE_FILES_URL = "https://uploads.gorgias.io";

export const fileHandlers: Handlers = {
  "upload-files": ({ state, parts, query, fileUrls }) => ({
    status: 201,
    body: parts.map(({ name, contentType, data }) => {
      const file = storeFile(state, { name, contentType, data, fileType: query.type });
      const url = isPrivate(file) ? `${PRIVATE_FILES_URL}/${fileKey(file)}` : fileUrls.public(file);
      return { url, name, content_type: contentType, size: data.length };
    }),
  }),

  "download-file": ({ state, path, fileUrls }) => {
    const { file_type, domain_hash, resource_name } = path;
    const file = state.files.get(fileKey({ domainHash: domain_hash, resourceName: resource_name }));
    if (file?.fileType !== file_type) {
      throw notFound("File", resource_name);
    }
    return { status: 307, headers: { Location: fileUrls.signed(file) }, body: undefined };
  },
};
