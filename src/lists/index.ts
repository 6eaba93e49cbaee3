export { type ListEnvelope, recordsOf } from "./envelope";
export { iteratePages } from "./iteratePages";
export { type List, MAX_PAGE_SIZE, type Search } from "./list";
export { type ListInputs, listRecords } from "./listRecords";
export type { PagePosition } from "./position";
export { ExpiredCursorError, type ListPage, readPage } from "./readPage";
