import type { GridDigest } from '../../kernel/GridDigest.ts'
import type { Device, GridStatus, OnDuty } from './GridStatusSlice.ts'
import { ENTITY } from '../../kernel/entity.ts'
import { partsOf } from '../../kernel/partsOf.ts'
import { hash32 } from '../../words/hash32.ts'

const text = (value: string) => hash32(value)

/** Special groups are apart: audiences have them in different forms. Those on duty and the devices have parts of their own. */
const statusParts = partsOf<Omit<GridStatus, 'special' | 'onDuty' | 'devices'>>({
  dutyAt: Number,
  mode: text,
  modeAt: Number,
  risk: text,
  riskAt: Number,
  counted: counted => [counted?.households ?? -1, counted?.residents ?? -1, counted?.at ?? 0],
})

const dutyParts = partsOf<OnDuty>({ entry: text, post: text, since: Number })
const deviceParts = partsOf<Device>({ entry: text, health: text, at: Number })

/** The parts of a grid's status outside its lists. */
export function hashStatus(digest: GridDigest, sign: 1 | -1, grid: number, status: GridStatus): void {
  const { dutyAt, modeAt, riskAt, counted } = status
  if (dutyAt || modeAt || riskAt || counted)
    digest.put(grid, sign, ENTITY.gridStatus, statusParts(status))
}

export function hashDuty(digest: GridDigest, sign: 1 | -1, grid: number, duty: OnDuty): void {
  digest.put(grid, sign, ENTITY.onDuty, dutyParts(duty))
}

export function hashDevice(digest: GridDigest, sign: 1 | -1, grid: number, device: Device): void {
  digest.put(grid, sign, ENTITY.device, deviceParts(device))
}
