import { z } from 'zod'
import { lineOf } from '../../words/lineOf.ts'

/** Name under which a wall takes part, such as `hall`: never a person's. */
export const wallName = z.string().regex(/^[\p{L}\p{N}](?:[\p{L}\p{N} _-]{0,38}[\p{L}\p{N}])?$/u, 'a name of 1 to 40 letters and digits, such as hall')
  .meta({ id: 'WallName', description: 'name of a wall, never a person’s', example: 'hall' })

/** A scene of the wall. */
export const sceneName = z.string().regex(/^[a-z][a-z-]{0,31}$/, 'a scene, such as overview').describe('scene of the wall, such as overview')

export const matterId = lineOf(128).describe('id of a matter')

/** N4: what may be done about what has taken a wall over. */
export const takeoverOrder = z.enum(['hold', 'release', 'refuse'])
