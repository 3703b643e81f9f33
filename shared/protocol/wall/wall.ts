import { z } from 'zod'
import { gridCode, regionCode } from '../../words/codes.ts'
import { lineOf } from '../../words/lineOf.ts'
import { matterId, sceneName, wallName } from '../desk/deskFields.ts'

/** N3: a wall with a name says what it shows. `painted` is the last `show` that has reached the glass. */
export const wall = z.strictObject({
  name: wallName,
  scene: sceneName,
  region: regionCode.optional(),
  grid: gridCode.optional(),
  painted: lineOf(64).optional().describe('id of the last `show` that was painted'),
  held: z.boolean().describe('a takeover or what was sent is held'),
  taken: matterId.optional().describe('matter that has taken the wall over, as the wall knows it'),
  refused: matterId.optional().describe('matter whose takeover was refused last, as the wall knows it'),
}).meta({ id: 'Wall' })

export type Wall = z.infer<typeof wall>
