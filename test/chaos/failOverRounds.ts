import type { Round } from './Fault.ts'
import type { LaggingPair } from '../support/LaggingPair.ts'
import { agreeing } from '../support/agreeing.ts'
import { HttpProducer } from '../support/HttpProducer.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const COMES_BACK_MS = 40_000
/** Houses for each round that is wanted. */
const MOST_TRIES = 4

/**
 * Each round is a house of its own: a replica falls behind, the master dies, the one behind is promoted; programs go on. A house in which the one
 * in step was promoted, so that nothing could be lost, is no round: there is another one.
 */
export async function failOverRounds(start: () => Promise<LaggingPair>, rounds: number, told: (round: Round) => void): Promise<void> {
  let proven = 0
  for (let house = 0; proven < rounds && house < rounds * MOST_TRIES; house++) {
    await using pair = await start()
    await using one = await startTestServer({ redisUrl: pair.url })
    await using two = await startTestServer({ redisUrl: pair.url })
    const producer = new HttpProducer(one, `F${house}-`)
    const counts = (reached: string) => [...producer.answered.values()].filter(each => each === reached).length
    await waitFor('answers as replicated', () => counts('replicated') > 60, 30_000)
    await pair.lag()
    await waitFor('answers that say less', () => counts('kill-not-power') > 20, 30_000)
    await pair.killMaster()
    const before = new Map(producer.answered)
    await waitFor('it is answered again', () => producer.answered.size > before.size + 50, COMES_BACK_MS, () => producer.answered.size)
    await producer[Symbol.asyncDispose]()
    const held = await agreeing(pair.url, [one, two])
    const gone = [...producer.answered].filter(([id]) => !held.has(id))
    const lost = gone.filter(([, reached]) => reached === 'replicated').length
    if (gone.length === 0)
      continue
    proven++
    told({ survived: lost === 0, lost, note: `the one behind was promoted, ${counts('replicated')} answered as replicated, ${gone.length} answered as less are gone, 2 servers and the log agree on ${held.size}` })
  }
}
