/** A kind of thing with stages, as data: all that a ledger needs to fold it. */
export interface LedgerDefinition<Stage extends string, Happening extends string> {
  /** Unique among ledgers; its things have their kind in the digest by it. */
  name: string
  /** Stage → what may happen there → the stage it leads to. `none` is the row of what opens a thing; what is absent is not lawful. */
  table: { readonly [S in Stage | 'none']: { readonly [H in Happening]?: Stage } }
  /** Stages in which a thing has ended. */
  ends: readonly Stage[]
  /** What starts its clock anew, and how long it then has, ms of calendar time. What ends stops it. */
  clock?: { startedBy: readonly Happening[]; limitMs: number }
  /** How long an ended thing stays, ms by the entries of its grid. */
  keptMs: number
  /** How many things a grid holds at most: of ended ones the oldest makes room, where all are open no more is opened. */
  most: number
}
