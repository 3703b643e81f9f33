import { z } from 'zod'
import { wallName } from '../desk/deskFields.ts'

/** N3: the walls with a name, as each said last. To desk links alone, at each change. */
export const walls = z.object({
  walls: z.array(z.object({
    name: wallName,
    links: z.number().int().describe('screens under this name'),
    scene: z.string(),
    region: z.string().optional(),
    grid: z.string().optional(),
    painted: z.string().optional().describe('id of the last `show` that one of its screens has painted'),
    paintedAt: z.number().optional().describe('when the server heard so, epoch ms'),
    paintedBy: z.number().int().optional().describe('on how many of its screens'),
    held: z.boolean(),
    taken: z.string().optional(),
    refused: z.string().optional(),
    since: z.number().describe('since when it is there, epoch ms by the server'),
  })),
}).meta({ id: 'Walls' })

export type Walls = z.infer<typeof walls>
export type NamedWall = Walls['walls'][number]
