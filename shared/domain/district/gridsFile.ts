import { z } from 'zod'
import { names } from './names.ts'

const position = z.tuple([z.number(), z.number()])
const ring = z.array(position)

/** What a grid is, beside its polygon. `code` is checked by the district check, so that one bad code does not hide other faults. */
export const gridProperties = z.object({
  code: z.string(),
  names,
  kind: z.enum(['urban', 'town', 'pastoral']),
  members: z.array(z.string()).default([]).describe('codes of the gachas that a joint grid 联合网格 joins'),
  households: z.number().int().min(0),
  residents: z.number().int().min(0),
})

export type GridProperties = z.infer<typeof gridProperties>

export const gridGeometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
])

export type GridGeometry = z.infer<typeof gridGeometry>

export const gridFeature = z.object({ type: z.literal('Feature'), properties: gridProperties, geometry: gridGeometry })

export type GridFeature = z.infer<typeof gridFeature>

/** `grids.geojson`: every basic grid, WGS 84 degrees, longitude first. */
export const gridsFile = z.object({ type: z.literal('FeatureCollection'), features: z.array(gridFeature).min(1) })
