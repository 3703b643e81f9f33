import type { Basis } from '../../domain/basis.ts'
import type { EntryId } from '../../words/entryId.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { EpochMs } from '../../words/time/time.ts'
import type { Rows } from '../counters/Rows.ts'
import type { Ground } from '../Ground.ts'
import type { AnyDefinition } from './AnyDefinition.ts'
import type { Thing } from './Thing.ts'
import { entryMs } from '../../words/entryId.ts'
import { hourOf } from '../../words/time/hour.ts'
import { BUCKETS, tookMinutes } from '../counters/buckets.ts'
import { Counters } from '../counters/Counters.ts'
import { readRows } from '../counters/readRows.ts'
import { writeRows } from '../counters/writeRows.ts'
import { ledgerKind } from './ledgerKind.ts'
import { ofDistrict } from './ofDistrict.ts'

const DAY_HOURS = 24
const OTHER = 'other'

/** What happened to a thing, as far as it is counted. */
export interface Change {
  happening: string
  from: string
  to: string
  at: EpochMs
  /** The stage's beginning, and the clocks that ran, before it. */
  stageAt: EpochMs
  due: Readonly<Record<string, EpochMs>>
}

/** Counters of a ledger by node, region and span of local time. */
export class LedgerCounts {
  private readonly counters: Counters<string>
  private readonly kind
  private readonly values: ReadonlyMap<string, ReadonlySet<string>>

  constructor(private readonly definition: AnyDefinition, { basis, index }: Pick<Ground, 'basis' | 'index'>) {
    this.kind = ledgerKind(`${definition.name} counted`)
    this.values = new Map(Object.entries(definition.dimensions ?? {}).map(([name, values]) => [name, new Set(ofDistrict(values, basis))]))
    this.counters = new Counters(index.nodes, this.columns(), definition.counts?.kept ?? 0)
  }

  /** Moves a node's clock to an entry: rows of old spans leave. */
  advance({ basis, digest }: Ground, node: number, entry: EntryId): void {
    if (this.definition.counts)
      this.counters.advance(node, this.spanOf(entryMs(entry), basis), (span, row) => row.forEach((amount, column) => amount > 0 && digest.put(node, -1, this.kind, [span, column], amount)))
  }

  /** Counts a change where the thing is. */
  count(ground: Ground, thing: Thing, change: Change): void {
    const { happening, from, to, at, due } = change
    const isInTime = (clock: string) => due[clock] !== undefined && due[clock] >= at
    for (const rule of this.definition.counts?.of ?? []) {
      if (!rule.on.includes(happening) || (rule.from && !rule.from.includes(from)) || (rule.to && !rule.to.includes(to)) || (rule.inTime !== undefined && !isInTime(rule.inTime)))
        continue
      if (rule.since) {
        const { minutes, bucket } = tookMinutes(rule.since === 'opened' ? thing.openedAt : change.stageAt, at)
        this.put(ground, thing.node, at, `${rule.name}.minutes`, minutes)
        this.put(ground, thing.node, at, `${rule.name}.${bucket}`, 1)
        continue
      }
      this.put(ground, thing.node, at, rule.name, 1)
      if (rule.by !== undefined)
        this.put(ground, thing.node, at, `${rule.name}.${this.valueOf(rule.by, thing)}`, 1)
    }
  }

  /** Sum of a column over the spans `from` … `to` (both included) of a region. */
  sum(region: RegionCode, column: string, from: number, to: number): number {
    return this.counters.sum(region, column, from, to)
  }

  write({ index }: Pick<Ground, 'index'>): Rows {
    return writeRows(index.nodes.regions, this.counters, 'sparse')
  }

  /** Fills empty counters, and their share of the digest. */
  read({ index, digest }: Ground, rows: Rows): void {
    readRows(row => index.nodes.region(row), this.counters, rows, 'sparse', (row, span, column, amount) => {
      const node = index.nodes.ownNode(row)
      if (node >= 0)
        digest.put(node, 1, this.kind, [span, column], amount)
    })
  }

  private put({ basis, digest }: Ground, node: number, at: EpochMs, name: string, amount: number): void {
    const span = this.spanOf(at, basis)
    const column = this.counters.columnOf(name)
    if (amount > 0 && this.counters.count(node, span, column, amount))
      digest.put(node, 1, this.kind, [span, column], amount)
  }

  private spanOf(ms: number, { zoneMs }: Basis): number {
    const hour = hourOf(ms, zoneMs)
    return this.definition.counts?.span === 'day' ? Math.floor(hour / DAY_HOURS) : hour
  }

  private valueOf(dimension: string, { is }: Thing): string {
    const value = is[dimension]
    return value !== undefined && this.values.get(dimension)!.has(value) ? value : OTHER
  }

  private columns(): string[] {
    return (this.definition.counts?.of ?? []).flatMap(({ name, by, since }) => {
      if (since)
        return [`${name}.minutes`, ...BUCKETS.map(bucket => `${name}.${bucket}`)]
      return [name, ...by === undefined ? [] : [...this.values.get(by)!, OTHER].map(value => `${name}.${value}`)]
    })
  }
}
