import { z } from 'zod'

const longitude = z.number().min(-180).max(180).describe('degrees east')
const latitude = z.number().min(-90).max(90).describe('degrees north')

/** A point as it comes in; `gcj02` (as Chinese map apps give it) is converted to WGS 84 when the entry is read. */
export const place = z.object({
  lng: longitude,
  lat: latitude,
  datum: z.enum(['wgs84', 'gcj02']).optional().describe('default wgs84 (CGCS2000 counts as the same)'),
})
