import type { Round } from './Fault.ts'
import { damagedFile } from './damagedFile.ts'

/** Each round is a log of its own, spoiled once. What the damage itself took is lost, and is said; that nobody is told would be the fault. */
export async function damageRounds(how: 'flipped-bits' | 'cut-off', rounds: number, told: (round: Round) => void): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const { silent, refused, entries, lost } = await damagedFile(1, how, Math.random)
    told({ survived: silent === 0, lost, note: silent > 0 ? 'a log opened that is not what was written' : refused > 0 ? `refused in a sentence, ${entries - lost} of ${entries} rescued` : 'it met nothing that is held' })
  }
}
