import type { StateResource } from '../../shared/protocol/stateResource.ts'
import type { TestServer } from './startTestServer.ts'
import { digestOfLog } from './digestOfLog.ts'
import { waitFor } from './waitFor.ts'

/**
 * Waits until each server has the cursor and the digest of a fold of their log from its first entry on, which is made anew each time: an append
 * that was answered as unavailable may come to stand late. Answers the matters in it.
 */
export async function agreeing(redisUrl: string, servers: readonly Pick<TestServer, 'get'>[], limitMs = 20_000, districtDir?: string): Promise<ReadonlySet<string>> {
  let told: unknown
  return waitFor('all servers to agree with a fold of the log', async () => {
    const folded = await digestOfLog(redisUrl, districtDir)
    const states = await Promise.all(servers.map(async ({ get }) => (await get('/api/v1/state?audience=desk&region=152921')).body as StateResource))
    told = [folded.cursor, folded.digest, ...states.map(({ cursor, digest }) => [cursor, digest])]
    return states.every(({ cursor, digest }) => cursor === folded.cursor && digest === folded.digest) ? folded.incidents : undefined
  }, limitMs, () => told)
}
