import { expect, it } from 'vitest'
import { deskDistrict } from '../support/deskDistrict.ts'
import { startRedis } from '../support/startRedis.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { race, raceMerges, timelineOf } from './stories/commands.ts'

const ids = Array.from({ length: 100 }, (_, i) => `WG-${i + 1}`)

it('[C9] two officers on two servers race for a hundred matters: one winner each, and both servers tell the same history', async () => {
  await using redis = await startRedis()
  await using district = await deskDistrict()
  await using one = await startTestServer({ redisUrl: redis.url, districtDir: district.path })
  await using two = await startTestServer({ redisUrl: redis.url, districtDir: district.path })
  const { won, refusals } = await race(one, two, ids)
  expect(won).toEqual(ids.map(() => 1))
  expect(new Set(refusals)).toEqual(new Set(['changed']))
  for (const id of ids.slice(0, 5)) {
    const here = await timelineOf(one, id)
    expect(here.events).toHaveLength(2)
    expect(await timelineOf(two, id)).toEqual(here)
  }
}, 60_000)

it('[C12] two matters that are merged into each other at two servers at once: one goes on in the other, none is lost', async () => {
  await using redis = await startRedis()
  await using district = await deskDistrict()
  await using one = await startTestServer({ redisUrl: redis.url, districtDir: district.path })
  await using two = await startTestServer({ redisUrl: redis.url, districtDir: district.path })
  const answers = await raceMerges(one, two, Array.from({ length: 12 }, (_, i) => [`WG-a${i}`, `WG-b${i}`] as const))
  expect(answers.map(pair => pair.filter(({ accepted }) => accepted).length)).toEqual(answers.map(() => 1))
  expect((await one.get('/api/v1/rejected')).body).toMatchObject({ rejected: { newest: [] } })
}, 60_000)
