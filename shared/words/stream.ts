/** Streams that this build folds, one slice each. The log may hold others (`service`, `party`): they wait as not understood. */
export const STREAMS = ['incident', 'patrol', 'grid-status'] as const

export type StreamName = (typeof STREAMS)[number]
