import { expect, it } from 'vitest'
import { PastBodies } from '../../../../server/http/bodies/PastBodies.ts'

const scope = { audience: 'desk', region: '152921' } as const
const NOW = 1_800_000_000_000

function bodies(bytes: number) {
  const folding: (() => void)[] = []
  let folds = 0
  const past = new PastBodies({
    fold: () => new Promise((resolve) => {
      folds++
      folding.push(() => resolve({ kind: 'folded', digest: 'd', json: new Uint8Array(bytes) }))
    }),
  }, { now: () => NOW })
  return { past, folds: () => folds, finish: () => folding.splice(0).forEach(done => done()) }
}

it('[P31] while too many wait another one is told so, the same one waits along, and afterwards there is room', async () => {
  const { past, folds, finish } = bodies(10)
  const asked = Array.from({ length: 12 }, (_, i) => past.get(scope, NOW - 60_000 - i))
  expect(asked.filter(Boolean)).toHaveLength(6)
  expect(past.get(scope, NOW - 60_000)).toBe(asked[0])
  finish()
  await Promise.all(asked.filter(each => each !== undefined))
  const later = past.get(scope, NOW - 90_000)
  finish()
  expect(await later).toBeDefined()
  expect(folds()).toBe(7)
})

it('[P31] pasts are kept within 64 MiB, and not while entries may still come late', async () => {
  const { past, folds, finish } = bodies(20 * 1024 * 1024)
  const get = async (at: number) => {
    const body = past.get(scope, at)
    finish()
    return body
  }
  for (const age of [50_000, 40_000, 30_000, 20_000])
    await get(NOW - age)
  await get(NOW - 30_000)
  expect(folds()).toBe(4)
  await get(NOW - 50_000)
  expect(folds()).toBe(5)
  await get(NOW - 5000)
  await get(NOW - 5000)
  expect(folds()).toBe(7)
})
