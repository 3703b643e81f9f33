import type { Append } from '../../../server/log/EventLog.ts'
import { CATEGORIES, SUBCATEGORIES } from '../../../shared/words/category/category.ts'

export interface Spot { code: string; lng: number; lat: number }

interface Options {
  spots: readonly Spot[]
  /** Ids of the workers on patrol, spread evenly; each walks in one grid. */
  workers: readonly string[]
  /** Shares of positions and grid status; the rest are matters. */
  positions: number
  statuses: number
  /** About so many matters stay open. */
  open: number
  /** Whether a report names its grid instead of a point. */
  byGrid?: boolean
  seed?: number
}

const WAYS = [
  ['closed', 'evaluated'],
  ['accepted', 'dispatched', 'acknowledged', 'handling', 'feedback', 'closed'],
  ['accepted', 'dispatched', 'acknowledged', 'handling', 'escalated', 'acknowledged', 'handling', 'feedback', 'checking', 'closed', 'evaluated'],
  ['accepted', 'commented', 'dispatched', 'returned', 'dispatched', 'acknowledged', 'handling', 'feedback', 'closed'],
] as const

const DATA: Record<string, object> = {
  accepted: { unit: '南环街道综合执法队' },
  dispatched: { unit: '南环街道综合执法队', note: '请今天到现场' },
  returned: { reason: 'not-ours', note: '不属本单位' },
  escalated: { to: 'community', reason: 'beyond-capacity' },
  evaluated: { satisfied: true },
  commented: { text: '已与来电人联系（虚构）' },
}

const TEXT = '居民来电反映小区门口井盖松动，夜间车辆经过声响很大，担心有人绊倒，请尽快派人查看并处理（虚构）。'

/** A seeded stream of lawful events as they are written into a log: the load of every measure. Its people are invented. */
export class EventMaker {
  private seed: number
  private serial = 0
  private readonly open: { id: string; way: readonly string[]; step: number }[] = []

  constructor(private readonly options: Options) {
    this.seed = options.seed ?? 7
  }

  /** The next event, happening at `time` (RFC 3339). */
  next(time: string): Append {
    const dice = this.random()
    const { positions, statuses } = this.options
    if (dice < positions)
      return this.position(time)
    return dice < positions + statuses ? this.status(time) : this.matter(time)
  }

  /** An event about a matter: a report while too few are open. */
  matter(time: string): Append {
    const { open } = this
    if (open.length < this.options.open || this.random() < 0.12)
      return this.report(time)
    const index = this.below(open.length)
    const matter = open[index]!
    const move = matter.way[matter.step++]!
    if (matter.step === matter.way.length) {
      open[index] = open[open.length - 1]!
      open.pop()
    }
    return { stream: 'incident', fields: { type: `incident.${move}`, time, subject: matter.id, actor: 'desk-1', data: JSON.stringify(DATA[move] ?? {}) } }
  }

  /** Somebody comes on duty in nine of ten grids. */
  duty(time: string): Append[] {
    const staffed = this.options.spots.filter((_, index) => index % 10 > 0)
    return staffed.map(({ code }) => ({ stream: 'grid-status', fields: { type: 'grid-status.duty.on', time, subject: code, data: JSON.stringify({ worker: `${code}-1`, post: 'gridWorker' }) } }))
  }

  private position(time: string): Append {
    const { workers, spots } = this.options
    const index = this.below(workers.length)
    const { code, lng, lat } = spots[Math.floor(index * spots.length / workers.length)]!
    const data = {
      lng: round(lng + (this.random() - 0.5) * 1e-4),
      lat: round(lat + (this.random() - 0.5) * 1e-4),
      accuracy: 8,
      ...(this.options.byGrid && { grid: code }),
      speed: Math.round(this.random() * 20) / 10,
      course: this.below(360),
      battery: 20 + this.below(80),
    }
    return { stream: 'patrol', fields: { type: 'patrol.position', time, subject: workers[index]!, data: JSON.stringify(data) } }
  }

  private status(time: string): Append {
    const { code } = this.spot()
    const what = this.below(3)
    const fields = what === 0
      ? { type: 'grid-status.population.counted', data: JSON.stringify({ households: 200 + this.below(200), residents: 500 + this.below(500), special: { elderly: this.below(40) } }) }
      : what === 1
        ? { type: 'grid-status.device.health', data: JSON.stringify({ device: `camera-${code.slice(6)}-${this.below(4)}`, health: 'ok', battery: this.below(100) }) }
        : { type: 'grid-status.risk.changed', data: JSON.stringify({ risk: ['low', 'medium', 'high'][this.below(3)] }) }
    return { stream: 'grid-status', fields: { ...fields, time, subject: code } }
  }

  private report(time: string): Append {
    const id = `WG-${++this.serial}`
    const category = CATEGORIES[this.below(CATEGORIES.length)]!
    const { code, lng, lat } = this.spot()
    const data = {
      category,
      subcategory: SUBCATEGORIES[category][this.below(SUBCATEGORIES[category].length)],
      severity: ['IV', 'IV', 'IV', 'III', 'II'][this.below(5)],
      channel: 'hotline',
      title: TEXT.slice(8, 24),
      description: TEXT,
      ...(this.options.byGrid ? { grid: code } : { place: { lng: round(lng), lat: round(lat) } }),
      reporter: { name: '来电人（虚构）', phone: '19900000000' },
    }
    this.open.push({ id, way: WAYS[this.below(WAYS.length)]!, step: 0 })
    return { stream: 'incident', fields: { type: 'incident.reported', time, subject: id, data: JSON.stringify(data) } }
  }

  private spot(): Spot {
    return this.options.spots[this.below(this.options.spots.length)]!
  }

  private below(most: number): number {
    return Math.floor(this.random() * most)
  }

  private random(): number {
    this.seed = (this.seed + 0x6D2B79F5) | 0
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
