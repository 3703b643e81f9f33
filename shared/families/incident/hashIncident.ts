import type { GridDigest, Lanes } from '../../kernel/GridDigest.ts'
import type { Incident } from './Incident.ts'
import { ENTITY } from '../../kernel/entity.ts'
import { hash32 } from '../../words/hash32.ts'
import { mix } from '../../kernel/GridDigest.ts'
import { PUBLIC_FIELDS } from './publicFields.ts'

type Value = (incident: Incident) => unknown

const ABSENT = 0x5EED
const YES = 0xA11
const NO = 0xB0B

/** Of a field that audiences see in different forms, what all of them have. */
const COMMON: Partial<Record<keyof Incident, Value>> = {
  place: ({ place }) => place && Math.round(place.lng * 1000) * 1e6 + Math.round(place.lat * 1000),
  // Which one the entry that ended it says.
  mergedInto: ({ mergedInto }) => mergedInto !== undefined,
}

/** A screen may know a matter by an alias, and a grid has another index in each scope: the entry that reported it and the digest's own grid stand for them. */
const APART: ReadonlySet<keyof Incident> = new Set(['id', 'grid'])

const VALUES = PUBLIC_FIELDS.filter(field => !APART.has(field)).map((field): Value => COMMON[field] ?? (incident => incident[field]))
const parts = new Float64Array(VALUES.length)
const lanesOf = new WeakMap<Incident, Lanes>()

/** Adds an incident to the digest, or takes away what was added of it last: every field that reaches a screen. */
export function hashIncident(digest: GridDigest, sign: 1 | -1, incident: Incident): void {
  let lanes = lanesOf.get(incident)
  if (!lanes)
    lanesOf.set(incident, lanes = { low: 0, high: 0 })
  if (sign > 0) {
    for (let i = 0; i < VALUES.length; i++)
      parts[i] = partOf(VALUES[i]!(incident))
    mix(ENTITY.incident, parts, lanes)
  }
  digest.add(incident.grid, sign, lanes)
}

function partOf(value: unknown): number {
  switch (typeof value) {
    case 'number': return value
    case 'string': return hash32(value)
    case 'boolean': return value ? YES : NO
    default: return ABSENT
  }
}
