import { z } from 'zod'

/** 12 digits of administrative division, then 3 of grid: county 6, + town 3, + community or gacha 3, + serial 3. */
export const gridCode = z.string().regex(/^\d{15}$/, 'a grid code has 15 digits, such as 152921402001001')
  .meta({ id: 'GridCode', description: 'grid code: 12 digits of division, 3 of grid', example: '152921402001001' })

/** A region: banner (6 digits), town (9), community or gacha (12) or grid (15). */
export const regionCode = z.string().regex(/^\d{6}(\d{3}){0,3}$/, 'a region code has 6, 9, 12 or 15 digits, such as 152921 or 152921402')
  .meta({ id: 'RegionCode', description: 'region code: banner 6, town 9, community 12 or grid 15 digits', example: '152921' })
