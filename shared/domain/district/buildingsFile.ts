import { z } from 'zod'
import { names } from './names.ts'

/** A building or a herder's dwelling point, as a point in its grid. */
export const buildingFeature = z.object({
  type: z.literal('Feature'),
  properties: z.object({ id: z.string().min(1), grid: z.string(), names, households: z.number().int().min(0) }),
  geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
})

export type BuildingFeature = z.infer<typeof buildingFeature>

/** `buildings.geojson`. */
export const buildingsFile = z.object({ type: z.literal('FeatureCollection'), features: z.array(buildingFeature) })
