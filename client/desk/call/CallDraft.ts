import type { Category, Subcategory } from '../../../shared/words/category/category.ts'
import { z } from 'zod'
import { CATEGORIES, SUBCATEGORIES } from '../../../shared/words/category/category.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'

/** By what a caller reaches a desk. */
export const CALL_CHANNELS = ['hotline', 'desk', 'visit'] as const

// The schemas of shared/words would come into the first page, which has those words.
const gridCode = z.string().regex(/^\d{15}$/)

const place = z.discriminatedUnion('of', [
  z.object({ of: z.literal('building'), id: z.string().max(64), name: z.string().max(120), lng: z.number(), lat: z.number(), grid: gridCode }),
  z.object({ of: z.literal('grid'), grid: gridCode }),
  z.object({ of: z.literal('point'), lng: z.number(), lat: z.number(), grid: gridCode }),
])

/** Where a caller's matter is: a building, a grid, or a point of the map in a grid. Degrees of WGS 84. */
export type CallPlace = z.infer<typeof place>

/** A call as it is being taken; `id` stays the same however often it is sent. */
export const callDraft = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  channel: z.enum(CALL_CHANNELS),
  phone: z.string().max(40),
  name: z.string().max(80),
  category: z.enum(CATEGORIES).optional(),
  subcategory: z.enum(Object.values(SUBCATEGORIES).flat()).optional(),
  severity: z.enum(SEVERITIES),
  title: z.string().max(200),
  place: place.optional(),
  address: z.string().max(200),
  /** Matter that it is merged into once it is kept. */
  into: z.string().max(128).optional(),
})

export type CallDraft = z.infer<typeof callDraft>

export function emptyDraft(id: string): CallDraft {
  return { id, channel: 'hotline', phone: '', name: '', severity: 'IV', title: '', address: '' }
}

/** What a draft lacks before it can be sent. */
export function lacking({ category: chosen, place: where, title }: CallDraft): ('category' | 'title' | 'place')[] {
  return [
    ...(title.trim() === '' ? ['title' as const] : []),
    ...(chosen === undefined ? ['category' as const] : []),
    ...(where === undefined ? ['place' as const] : []),
  ]
}

/** Id of the matter that a draft becomes: its day in the district and eight characters of the draft's own id. @param zoneMs offset of the zone */
export function matterIdOf({ id }: Pick<CallDraft, 'id'>, at: number, zoneMs: number): string {
  return `WG${new Date(at + zoneMs).toISOString().slice(0, 10).replaceAll('-', '')}-${id.slice(0, 8).toUpperCase()}`
}

/** The event `incident.reported` of a draft that lacks nothing. @param seat who takes the call @param at when, epoch ms */
export function eventOf(draft: CallDraft, seat: string, at: number, zoneMs: number): object {
  const { category: of, subcategory: sub, severity: grave, channel, place: where, title, address, phone, name } = draft
  const reporter = { ...(name.trim() && { name: name.trim() }), ...(phone.trim() && { phone: phone.trim() }) }
  return {
    type: 'incident.reported',
    source: `desk/${seat}`,
    id: draft.id,
    subject: matterIdOf(draft, at, zoneMs),
    time: new Date(at).toISOString(),
    actor: seat,
    data: {
      category: of,
      ...(sub && { subcategory: sub }),
      severity: grave,
      channel,
      title: title.trim(),
      ...(where?.of === 'grid' ? { grid: where.grid } : where && { place: { lng: where.lng, lat: where.lat } }),
      ...(where?.of === 'building' && { building: where.id, placeName: where.name }),
      ...(address.trim() && { address: address.trim() }),
      ...(Object.keys(reporter).length > 0 && { reporter }),
    },
  }
}

/** One line to choose: a category, or one of its subcategories. */
export interface Kind {
  category: Category
  subcategory?: Subcategory
}

/** Every category, each followed by its own subcategories. */
export const KINDS: readonly Kind[] = Object.entries(SUBCATEGORIES).flatMap(([of, subs]) => [
  { category: of as Category },
  ...subs.map(sub => ({ category: of as Category, subcategory: sub })),
])
