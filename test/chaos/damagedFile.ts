import { cpSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedEventLog } from '../../server/log/embedded/EmbeddedEventLog.ts'
import { rescueLog } from '../../server/log/embedded/rescue/rescueLog.ts'
import { DAMAGES, dataFile } from '../support/embeddedDamage.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const ENTRIES = 3000
const clock = { now: () => Date.now() }

export interface DamageSurvived {
  rounds: number
  /** Rounds in which the damage ended the start with a sentence. */
  refused: number
  /** Rounds in which it met nothing that is held, and the log opened whole. */
  untouched: number
  /** Rounds in which a log opened that is not what was written: must be 0. */
  silent: number
  /** Entries of all rounds, and of those how many the rescue did not bring back. */
  entries: number
  lost: number
}

/** The file of an embedded log is spoiled again and again, each time another way: 200 flipped bits, or cut off somewhere. @param chance numbers from 0 to 1 */
export async function damagedFile(rounds: number, how: 'flipped-bits' | 'cut-off', chance: () => number): Promise<DamageSurvived> {
  await using folder = await temporaryFolder()
  const whole = join(folder.path, 'whole')
  const written = await fill(whole)
  const survived = { rounds, refused: 0, untouched: 0, silent: 0, entries: rounds * ENTRIES, lost: 0 }
  for (let round = 0; round < rounds; round++) {
    const dataDir = join(folder.path, `r${round}`)
    cpSync(whole, dataDir, { recursive: true })
    if (how === 'flipped-bits')
      DAMAGES['200 bits are flipped']!(dataFile(dataDir), chance)
    else
      truncateSync(dataFile(dataDir), Math.floor(statSync(dataFile(dataDir)).size * chance()))
    const opened = await EmbeddedEventLog.open({ dataDir, clock }).catch(() => undefined)
    if (opened) {
      const same = JSON.stringify(await idsOf(opened)) === written
      await opened[Symbol.asyncDispose]()
      survived[same ? 'untouched' : 'silent']++
      continue
    }
    survived.refused++
    await using into = new EmbeddedEventLog({ dataDir: `${dataDir}-new`, clock })
    const { streams } = await rescueLog(join(dataDir, 'log'), into)
    survived.lost += ENTRIES - streams.reduce((sum, { written: count }) => sum + count, 0)
    rmSync(dataDir, { recursive: true })
  }
  return survived
}

async function fill(dataDir: string): Promise<string> {
  await using log = new EmbeddedEventLog({ dataDir, districtCode: '152921', clock })
  for (let i = 0; i < ENTRIES; i += 100)
    await log.append(Array.from({ length: 100 }, (_, k) => ({ stream: 'incident', fields: { type: 'incident.reported', source: 'test', id: `e${i + k}`, data: `{"description":"井盖 ${'c'.repeat(300)}"}` } })), 'accepted')
  return JSON.stringify(await idsOf(log))
}

async function idsOf(log: EmbeddedEventLog): Promise<unknown[]> {
  return await log.range('incident', '0-0', '9999999999999-0', ENTRIES + 1)
}
