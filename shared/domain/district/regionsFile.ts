import { z } from 'zod'
import { regionCode } from '../../words/codes.ts'
import { gridGeometry } from './gridsFile.ts'
import { names } from './names.ts'

/** A division above the grid. Its parent is its code without the last three digits. */
export const region = z.object({
  code: regionCode,
  kind: z.enum(['banner', 'town', 'sumu', 'subdistrict', 'community', 'gacha']),
  names,
  seat: z.tuple([z.number(), z.number()]).optional().describe('longitude, latitude (WGS 84) of its seat'),
  boundary: gridGeometry.optional().describe('its land, Polygon or MultiPolygon; where given, its grids must lie inside'),
})

export type Region = z.infer<typeof region>

/** `regions.json`: every division from the banner down to communities and gachas. */
export const regionsFile = z.object({ regions: z.array(region).min(1) })
