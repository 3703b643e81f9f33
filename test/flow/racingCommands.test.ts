import { expect, it } from 'vitest'
import { deskDistrict } from '../support/deskDistrict.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { race, raceMerges } from './stories/commands.ts'

it('[C9] two officers race for a hundred matters of an embedded log: one winner each', async () => {
  await using district = await deskDistrict()
  await using server = await startTestServer({ districtDir: district.path })
  const ids = Array.from({ length: 100 }, (_, i) => `WG-${i + 1}`)
  const { won, refusals } = await race(server, server, ids)
  expect(won).toEqual(ids.map(() => 1))
  expect(new Set(refusals)).toEqual(new Set(['changed']))
}, 60_000)

it('[C12] two matters that are merged into each other at once: one goes on in the other, none is lost', async () => {
  await using district = await deskDistrict()
  await using server = await startTestServer({ districtDir: district.path })
  const answers = await raceMerges(server, server, Array.from({ length: 12 }, (_, i) => [`WG-a${i}`, `WG-b${i}`] as const))
  expect(answers.map(pair => pair.filter(({ accepted }) => accepted).length)).toEqual(answers.map(() => 1))
  expect((await server.get('/api/v1/rejected')).body).toMatchObject({ rejected: { newest: [] } })
}, 60_000)
