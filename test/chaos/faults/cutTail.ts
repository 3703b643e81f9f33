import type { Fault } from '../Fault.ts'
import { agreeing } from '../../support/agreeing.ts'
import { HttpProducer } from '../../support/HttpProducer.ts'
import { startRedis } from '../../support/startRedis.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { StreamProducer } from '../../support/StreamProducer.ts'
import { waitFor } from '../../support/waitFor.ts'

/** An entry of a producer is about 300 bytes of the append-only file. */
const LEAST_CUT = 15_000
const MOST_CUT = 80_000
const LONGEST_PAUSE_MS = 2000
const AGREE_MS = 5000
/** What falls due of these matters would fill the log with many times what the producers write. */
const NEVER_MS = 3_600_000

/** A power cut: Redis is killed and the end of its append-only file is gone, while programs go on by XADD and by HTTP. */
export const cutTail: Fault = {
  name: 'cut-tail',
  rounds: 20,
  async run(rounds, told) {
    await using redis = await startRedis()
    await using one = await startTestServer({ redisUrl: redis.url, firstRestMs: NEVER_MS })
    await using two = await startTestServer({ redisUrl: redis.url, firstRestMs: NEVER_MS })
    for (let round = 0; round < rounds; round++) {
      const foreign = new StreamProducer(redis.url, 300, `R${round}-`)
      const http = new HttpProducer(one, `H${round}-`)
      await waitFor('matters', () => foreign.taken.size > 350 && http.answered.size > 20, 20_000)
      await redis.loseTail(LEAST_CUT + Math.floor(Math.random() * (MOST_CUT - LEAST_CUT)))
      const before = new Set([...foreign.taken.keys(), ...http.answered.keys()])
      await redis.start()
      const since = foreign.taken.size
      await waitFor('matters after the cut', () => foreign.taken.size > since + 200, 20_000)
      await Promise.all([foreign[Symbol.asyncDispose](), http[Symbol.asyncDispose]()])
      const rest = performance.now()
      const held = await agreeing(redis.url, [one, two], AGREE_MS)
      const agreed = ((performance.now() - rest) / 1000).toFixed(1)
      await using fresh = await startTestServer({ redisUrl: redis.url, firstRestMs: NEVER_MS })
      await agreeing(redis.url, [one, two, fresh], AGREE_MS)
      const vanished = [...before].filter(id => !held.has(id)).length
      const kept = [...http.answered].filter(([id, reached]) => (reached === 'durable' || reached === 'replicated') && !held.has(id)).length
      const paused = Math.round(foreign.longestPauseMs)
      told({ survived: kept === 0 && vanished > 0 && paused < LONGEST_PAUSE_MS, lost: kept, note: `${vanished} of ${before.size} vanished from the log, producers paused ${paused} ms at most, the servers agreed ${agreed} s after the last event, with a fresh one and the log, on ${held.size}` })
    }
  },
}
