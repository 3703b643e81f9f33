import type { LogPosition } from '../../shared/protocol/LogPosition.ts'
import type { StateResource } from '../../shared/protocol/stateResource.ts'
import type { TestServer } from './startTestServer.ts'
import { covers, fromCursor, toCursor } from '../../shared/protocol/LogPosition.ts'
import { digestOfLog } from './digestOfLog.ts'
import { waitFor } from './waitFor.ts'

/**
 * Waits until each server stands where the log ended when this was called, or behind it, and has the digest of a fold of the log up to its own cursor,
 * from the first entry on and made anew each time. The log may grow meanwhile: the servers themselves write what falls due, and what was answered
 * as unavailable may come to stand late. Answers the matters in it.
 */
export async function agreeing(redisUrl: string, servers: readonly Pick<TestServer, 'get'>[], limitMs = 20_000, districtDir?: string): Promise<ReadonlySet<string>> {
  let told: unknown
  let end: LogPosition | undefined
  return waitFor('all servers to agree with a fold of the log', async () => {
    end ??= (await digestOfLog(redisUrl, districtDir)).position
    const states = await Promise.all(servers.map(async ({ get }) => (await get('/api/v1/state?audience=desk&region=152921')).body as StateResource))
    told = [toCursor(end), ...states.map(({ cursor, digest }) => [cursor, digest])]
    const positions = states.map(({ cursor }) => fromCursor(cursor)!)
    if (!positions.every(position => covers(position, end!)))
      return undefined
    const folded = await Promise.all(positions.map(({ last }) => digestOfLog(redisUrl, districtDir, last)))
    told = [told, folded.map(({ position, digest }) => [toCursor(position), digest])]
    return folded.every(({ position, digest }, i) => toCursor(position) === states[i]!.cursor && digest === states[i]!.digest) ? folded[0]!.incidents : undefined
  }, limitMs, () => told)
}
