/** Names and texts of one entry, in UTF-8. What is larger is too large for anything: it is passed over into `rejected` (R24), by every reader alike. */
export const MOST_ENTRY_BYTES = 1024 * 1024
