import { z } from 'zod'
import { SOS_STAGES } from '../../../shared/families/patrol/SosCall.ts'
import { lookAtState } from './lookAtState.ts'

const answer = z.object({
  state: z.object({
    patrol: z.object({
      calls: z.array(z.object({ id: z.string(), worker: z.string(), stage: z.enum(SOS_STAGES) })),
    }),
  }),
})

export type SeenCall = z.infer<typeof answer>['state']['patrol']['calls'][number]

/** The calls for help of a district, as its server tells the desk; undefined where it does not answer. */
export async function lookAtCalls(base: string, district: string, signal: AbortSignal): Promise<SeenCall[] | undefined> {
  return (await lookAtState(answer, base, district, signal))?.state.patrol.calls
}
