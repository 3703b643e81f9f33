export const MOST_STREAMS = 48
/** Streams and the tables beside them. */
export const MOST_DATABASES = MOST_STREAMS + 16
