import { expect, it } from 'vitest'
import { damagedFile } from '../../../chaos/damagedFile.ts'

it.each(['flipped-bits', 'cut-off'] as const)('[L31][L33] %s, a few rounds of it: never a log that is silently another one, and a rescue that loses little', async (how) => {
  const { rounds, refused, untouched, silent, entries, lost } = await damagedFile(3, how, seeded(how.length))
  expect([silent, refused + untouched]).toEqual([0, rounds])
  expect(lost).toBeLessThan(how === 'flipped-bits' ? entries * 0.05 : entries)
}, 120_000)

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
