/** About so many bytes of names and texts are read at once, by whatever reads entries (R23). */
export const MOST_BATCH_BYTES = 16 * 1024 * 1024
