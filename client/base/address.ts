import type { Measure } from '../../shared/indicators/grid/measure.ts'
import { parsePlan } from '../../shared/domain/rotationPlan.ts'
import { MEASURES } from '../../shared/indicators/grid/measure.ts'
import { epochOf } from '../../shared/words/time/time.ts'

export const LOCALES = ['zh', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** How bright a wall is: by the sun of the place, or fixed. */
export const BRIGHTNESSES = ['auto', 'day', 'night'] as const
export type Brightness = (typeof BRIGHTNESSES)[number]

/** From which severity on a new matter takes the wall over; an SOS does unless it is off. */
export const TAKEOVERS = ['off', 'I', 'II'] as const
export type TakeoverFrom = (typeof TAKEOVERS)[number]

/** Screens of one wall, side by side and on top of each other; what stands on a bezel would be cut. */
export interface Bezels { columns: number; rows: number }

/** What a link to a scene carries beside the scene itself; the same link shows the same picture. */
export interface Address {
  /** Code of the region that all numbers are of, 6 to 15 digits; empty for the whole district. */
  region: string
  measure: Measure
  /** Grid whose card is open. */
  grid: string | undefined
  locale: Locale
  brightness: Brightness
  bezels: Bezels | undefined
  /** A wall without anybody: fullscreen, no pointer, awake. */
  kiosk: boolean
  /** Rotation plan as `parsePlan` reads it, or `off`; absent: the district's own, on a kiosk. */
  plan: string | undefined
  /** Absent: as the district has it. */
  takeover: TakeoverFrom | undefined
  /** How long a takeover lasts. Absent: as the district has it. */
  turnMs: number | undefined
  /** Since when the privacy curtain has been drawn, epoch ms in whole seconds; 0 while it is open. */
  curtainSince: number
  /** Name under which a desk may drive this wall; absent: it may not. */
  wall: string | undefined
  /** The past that is shown in place of now, epoch ms. */
  at: number | undefined
}

/**
 * What stands where an address says nothing. The fill is time since the last visit: what is open and how grave the marks on
 * it tell already, where nobody has been nothing else does.
 */
export const PLAIN_ADDRESS: Address = { region: '', measure: 'visit', grid: undefined, locale: 'zh', brightness: 'auto', bezels: undefined, kiosk: false, plan: undefined, takeover: undefined, turnMs: undefined, curtainSince: 0, wall: undefined, at: undefined }

/** What stands in a query as a scene's own; other parts of it are somebody else's. */
export const ADDRESS_QUERY: readonly string[] = ['region', 'measure', 'grid', 'lang', 'brightness', 'bezels', 'kiosk', 'plan', 'takeover', 'turn', 'curtain', 'wall', 'at']

const REGION = /^\d{6}(?:\d{3}){0,3}$/
const GRID = /^\d{15}$/
/** As `wallName` of the protocol, whose schema would come too early here. */
const WALL = /^[\p{L}\p{N}](?:[\p{L}\p{N} _-]{0,38}[\p{L}\p{N}])?$/u
const BEZELS = /^([1-9])x([1-9])$/
/** Seconds of a takeover: 5 to 999. */
const TURN = /^(?:[5-9]|[1-9]\d{1,2})$/
/** Epoch seconds. */
const SINCE = /^[1-9]\d{8,10}$/

/** Reads a query; what is absent or not lawful there is as in {@link PLAIN_ADDRESS}. */
export function readAddress(query: URLSearchParams): Address {
  const lawful = (name: string, pattern: RegExp) => {
    const value = query.get(name)
    return value !== null && pattern.test(value) ? value : undefined
  }
  const plan = query.get('plan') ?? ''
  const [, columns, rows] = BEZELS.exec(query.get('bezels') ?? '') ?? []
  return {
    region: lawful('region', REGION) ?? PLAIN_ADDRESS.region,
    measure: MEASURES.find(each => each === query.get('measure')) ?? PLAIN_ADDRESS.measure,
    grid: lawful('grid', GRID),
    locale: LOCALES.find(each => each === query.get('lang')) ?? PLAIN_ADDRESS.locale,
    brightness: BRIGHTNESSES.find(each => each === query.get('brightness')) ?? PLAIN_ADDRESS.brightness,
    bezels: columns && rows ? { columns: Number(columns), rows: Number(rows) } : undefined,
    kiosk: query.has('kiosk') && query.get('kiosk') !== 'off',
    plan: plan === 'off' || parsePlan(plan) ? plan : undefined,
    takeover: TAKEOVERS.find(each => each === query.get('takeover')),
    turnMs: Number(lawful('turn', TURN) ?? 0) * 1000 || undefined,
    curtainSince: Number(lawful('curtain', SINCE) ?? 0) * 1000,
    wall: lawful('wall', WALL),
    // A plus sign that nobody encoded has become a blank.
    at: epochOf(query.get('at')?.replace(' ', '+') ?? '') || undefined,
  }
}

/** Query of an address; what is plain is left out. */
export function writeAddress({ region, measure, grid, locale, brightness, bezels, kiosk, plan, takeover, turnMs, curtainSince, wall, at }: Address): Record<string, string | null> {
  return {
    ...(region && { region }),
    ...(measure !== PLAIN_ADDRESS.measure && { measure }),
    ...(grid && { grid }),
    ...(locale !== PLAIN_ADDRESS.locale && { lang: locale }),
    ...(brightness !== PLAIN_ADDRESS.brightness && { brightness }),
    ...(bezels && { bezels: `${bezels.columns}x${bezels.rows}` }),
    ...(kiosk && { kiosk: null }),
    ...(plan && { plan }),
    ...(takeover && { takeover }),
    ...(turnMs && { turn: String(turnMs / 1000) }),
    ...(curtainSince && { curtain: String(curtainSince / 1000) }),
    ...(wall && { wall }),
    ...(at !== undefined && { at: new Date(at).toISOString() }),
  }
}
