/** Pixels of a map. */
export interface Box { left: number; top: number; right: number; bottom: number }
