/** What becomes of matters that are open and not yet due: not counted, for only what was closed is, or only what is past its limit; counted; or they do not matter. */
export const DUES = ['closedOnly', 'pastOnly', 'counted', 'apart'] as const

export type Due = (typeof DUES)[number]
