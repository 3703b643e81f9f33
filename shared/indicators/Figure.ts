/** What a part of a number is called: `before…` in the window before, `hour` in the running hour. */
export const FIGURE_WORDS = ['count', 'sum', 'part', 'whole', 'beforePart', 'beforeWhole', 'hour', 'expected', 'grids'] as const

/** A part of a number as it is now: a count. */
export interface Figure { word: (typeof FIGURE_WORDS)[number]; value: number }
