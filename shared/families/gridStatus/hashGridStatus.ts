import type { GridDigest } from '../../kernel/GridDigest.ts'
import type { Device, GridStatus, OnDuty } from './GridStatusSlice.ts'
import { hash32 } from '../../words/hash32.ts'

const STATUS = 6
const DUTY = 7
const DEVICE = 8

/** The parts of a grid's status outside its lists. */
export function hashStatus(digest: GridDigest, sign: 1 | -1, grid: number, status: GridStatus): void {
  const { dutyAt, mode, modeAt, risk, riskAt, counted } = status
  if (dutyAt || modeAt || riskAt || counted)
    digest.put(grid, sign, STATUS, [dutyAt, hash32(mode), modeAt, hash32(risk), riskAt, counted?.households ?? -1, counted?.residents ?? -1, counted?.at ?? 0])
}

export function hashDuty(digest: GridDigest, sign: 1 | -1, grid: number, { post, since, entry }: OnDuty): void {
  digest.put(grid, sign, DUTY, [hash32(entry), hash32(post), since])
}

export function hashDevice(digest: GridDigest, sign: 1 | -1, grid: number, { health, at, entry }: Device): void {
  digest.put(grid, sign, DEVICE, [hash32(entry), hash32(health), at])
}
