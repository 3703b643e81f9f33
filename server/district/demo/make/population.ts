import type { GridProperties } from '../../../../shared/domain/district/gridsFile.ts'
import { largestRemainder } from './largestRemainder.ts'
import type { Random } from './Random.ts'

type Kind = GridProperties['kind']

const RESIDENTS: Record<Kind, number> = { urban: 147_000, town: 22_400, pastoral: 34_600 }
const PER_HOUSEHOLD: Record<Kind, number> = { urban: 2.55, town: 2.6, pastoral: 2.8 }

/** Invented residents and households of each grid; all together 204,000 people. */
export function population(kinds: Kind[], random: Random): { households: number, residents: number }[] {
  const weights = kinds.map(kind => kind === 'pastoral' ? random.between(0.5, 1.6) : random.between(0.7, 1.35))
  const residents = kinds.map(() => 0)
  for (const kind of ['urban', 'town', 'pastoral'] as const) {
    const own = kinds.flatMap((other, index) => other === kind ? [index] : [])
    largestRemainder(own.map(index => weights[index] ?? 1), RESIDENTS[kind]).forEach((count, at) => residents[own[at] ?? 0] = count)
  }
  return kinds.map((kind, index) => ({ residents: residents[index] ?? 0, households: Math.round((residents[index] ?? 0) / PER_HOUSEHOLD[kind]) }))
}
