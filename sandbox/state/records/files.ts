export interface StoredFile {
  domainHash: string;
  resourceName: string;
  /** Kind, as in the download path: `attachment`, `public_attachment`, ... */
  fileType: string;
  name: string;
  contentType: string;
  data: Buffer;
}
