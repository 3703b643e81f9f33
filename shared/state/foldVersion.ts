/** Moves whenever the result of a fold moves (law 8); a golden log holds it to that. */
export const FOLD_VERSION = '11'
