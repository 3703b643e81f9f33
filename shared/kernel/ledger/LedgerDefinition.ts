import type { Basis } from '../../domain/basis.ts'
import type { FieldClass } from '../../events/fieldClass.ts'

/**
 * A kind of thing with stages, as data: all that a ledger needs to fold it. Names of clocks and dimensions are types, so that a rule
 * that speaks of one that is not there does not compile.
 */
export interface LedgerDefinition<Stage extends string, Happening extends string, Clock extends string = never, Dimension extends string = never> {
  /** Unique among ledgers; its things have their kind in the digest by it. */
  name: string
  /** Stage → what may happen there → the stage it leads to. `none` is the row of what opens a thing; what is absent is not lawful. */
  table: { readonly [S in Stage | 'none']: { readonly [H in Happening]?: Cell<Stage> } }
  /** Stages in which a thing has ended. */
  ends: readonly Stage[]
  /** By what a thing goes to another region, which its event names: it leaves the one, and enters the other as one that is opened there, by the row `none`. */
  moves?: readonly Happening[]
  clocks?: { readonly [C in Clock]: ClockRule<Happening, Dimension> }
  /** Signs that a thing carries beside its stage, such as `overdue`, and what sets and clears them. */
  marks?: { readonly [name: string]: { setBy: readonly Happening[]; clearedBy?: readonly Happening[] } }
  /** Of what is needed so many of: what brings some, what takes some back, and how many more than needed are still taken (1.2: a fifth). */
  sum?: { adds: readonly Happening[]; takes: readonly Happening[]; atMost: number }
  /** By what it is counted, and the values that it may have; all others count as `other`. Public, or screens could not count. */
  dimensions?: { readonly [D in Dimension]: OfDistrict<readonly string[]> }
  /** What else a thing keeps of its events, the newest of each, and who may see it. What is not named here is not kept. */
  fields?: { readonly [name: string]: FieldRule }
  counts?: { span: 'hour' | 'day'; kept: number; of: readonly CountRule<Stage, Happening, Clock, Dimension>[] }
  /** How long an ended thing stays, ms by the entries of its own node. */
  keptMs: number
  /** How many things a node holds at most: of ended ones the oldest makes room, where all are open no more is opened. */
  most: number
}

/** Where it leads: to a stage, or to one by how much of what is needed is there. */
export type Cell<Stage extends string> = Stage | { empty: Stage; part: Stage; full: Stage }

/** What is the same for all, or comes from the district's data set; it must be the same for each part of a district. */
export type OfDistrict<T> = T | ((basis: Basis) => T)

/** A clock runs to the moment that the event says, or else by the limit of its own; without either it does not start. What ends the thing stops it. */
export interface ClockRule<Happening extends string, Dimension extends string> {
  startedBy: readonly Happening[]
  stoppedBy?: readonly Happening[]
  limits?: OfDistrict<readonly LedgerLimit[]>
  /** The dimension whose value is a limit's `key`. */
  by?: Dimension
}

/** How long is had, in ms of calendar time or of the district's working time; with `key` for things of that value alone, which goes before one without. */
export interface LedgerLimit {
  key?: string
  ms: number
  time: 'working' | 'calendar'
}

export interface FieldRule {
  class: Exclude<FieldClass, 'sensitive'>
  /** How a screen has it that may not see it as it is. */
  screen?: 'alias' | 'public-id'
}

/** What is counted, where the thing is, on the local hour or day at which it happened. Nothing is ever counted back. */
export interface CountRule<Stage extends string, Happening extends string, Clock extends string, Dimension extends string> {
  name: string
  on: readonly Happening[]
  /** Only out of these stages. */
  from?: readonly (Stage | 'none')[]
  /** Only into these. */
  to?: readonly Stage[]
  /** Only if this clock ran and had not run out. */
  inTime?: Clock
  /** Besides in all, by each value of a dimension. */
  by?: Dimension
  /** Instead of how many: how long it took since then, in minutes and buckets. */
  since?: 'opened' | 'stage'
}
