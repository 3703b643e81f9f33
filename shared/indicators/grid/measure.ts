/** What the map and the tiles may be coloured by; the keys 1–6 in this order. */
export const MEASURES = ['visit', 'open', 'overdue', 'cover', 'rate', 'unusual'] as const

export type Measure = (typeof MEASURES)[number]
