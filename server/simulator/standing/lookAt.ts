import type { Standing } from './Standing.ts'
import { z } from 'zod'
import { STAGES } from '../../../shared/domain/stages.ts'
import { level } from '../../../shared/words/level.ts'
import { lookAtState } from './lookAtState.ts'

const answer = z.object({
  state: z.object({
    incident: z.object({
      incidents: z.array(z.object({ id: z.string(), stage: z.enum(STAGES), level, card: z.enum(['yellow', 'red']).optional(), version: z.number() })),
    }),
  }),
})

/** Where the matters of a district stand, as its server tells the desk; undefined where it does not answer. */
export async function lookAt(base: string, district: string, signal: AbortSignal): Promise<Map<string, Standing> | undefined> {
  const seen = await lookAtState(answer, base, district, signal)
  return seen && new Map(seen.state.incident.incidents.map(({ id, ...standing }) => [id, standing]))
}
