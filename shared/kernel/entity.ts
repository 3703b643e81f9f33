/**
 * What stands for each kind of entity in the digest: one registry, so that no two share a number. A number that was given once is
 * never given to another kind.
 */
export const ENTITY = {
  incident: 1,
  hourRow: 2,
  worker: 3,
  visit: 4,
  alarm: 5,
  gridStatus: 6,
  onDuty: 7,
  device: 8,
  dayRow: 10,
  sos: 11,
} as const

declare const made: unique symbol

/** Kind of a ledger's things; made from the ledger's name, so that it needs no number here. */
export type LedgerKind = number & { readonly [made]: 'ledger' }

export type EntityKind = (typeof ENTITY)[keyof typeof ENTITY] | LedgerKind
