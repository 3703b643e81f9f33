import type { RedisTarget } from '../../server/log/redis/RedisTarget.ts'
import type { LogPosition } from '../../shared/protocol/LogPosition.ts'
import { basisOf } from '../../shared/domain/basisOf.ts'
import { compareEntryIds } from '../../shared/words/entryId.ts'
import { loadDistrict } from '../../server/district/loadDistrict.ts'
import { Places } from '../../server/district/Places.ts'
import { parseRedisUrl } from '../../server/log/redis/parseRedisUrl.ts'
import { RedisEventLog } from '../../server/log/redis/RedisEventLog.ts'
import { emptyStart, Projection } from '../../server/projection/Projection.ts'
import { readEntry } from '../../server/read/readEntry.ts'
import { TINY_DISTRICT } from './startTestServer.ts'

const PAGE = 6000

/**
 * What a log in Redis folds to from its first entry on, without any checkpoint: where that ends, the digest of the whole district, and its matters.
 * @param upTo the last entry that is taken of each stream; all of them if left out
 */
export async function digestOfLog(url: string, districtDir = TINY_DISTRICT, upTo?: LogPosition['last']): Promise<{ position: LogPosition; digest: string; incidents: ReadonlySet<string> }> {
  const district = await loadDistrict(districtDir)
  const places = new Places(district)
  await using log = await RedisEventLog.open({ target: parseRedisUrl(url) as RedisTarget, districtCode: district.code })
  const projection = new Projection(emptyStart(basisOf(district), await log.epoch()))
  for (;;) {
    const page = await log.read(projection.position.last, { limit: PAGE, blockMs: 0 })
    const entries = upTo ? page.filter(({ stream, id }) => compareEntryIds(id, upTo[stream as keyof typeof upTo]) <= 0) : page
    projection.take(entries.map(entry => readEntry(entry, places)), entries.length === 0)
    if (entries.length === 0)
      break
  }
  return { position: projection.position, digest: projection.state.digest.of(district.code), incidents: new Set(projection.state.incident.incidents.keys()) }
}
