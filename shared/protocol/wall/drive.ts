import { z } from 'zod'
import { gridCode, regionCode } from '../../words/codes.ts'
import { lineOf } from '../../words/lineOf.ts'
import { matterId, sceneName, takeoverOrder, wallName } from '../desk/deskFields.ts'

/** N4: a seat of the desk sends a scene, a region, a grid or a matter to a named wall, or orders what has taken it over. */
export const drive = z.strictObject({
  id: lineOf(64).describe('made by who sends it; the wall says it once painted'),
  actor: lineOf(128).describe('a seat of the duty shift'),
  wall: wallName,
  scene: sceneName.optional(),
  region: regionCode.optional(),
  grid: gridCode.optional(),
  incident: matterId.optional(),
  takeover: takeoverOrder.optional(),
}).refine(({ scene, region, grid, incident, takeover }) => Boolean(scene ?? region ?? grid ?? incident ?? takeover), 'name a scene, a region, a grid, a matter or a takeover order')
  .meta({ id: 'Drive' })

export type Drive = z.infer<typeof drive>
