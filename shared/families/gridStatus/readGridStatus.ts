import type { GridStatusGround } from './GridStatusGround.ts'
import type { GridStatusPart } from './GridStatusPart.ts'
import { hashDevice, hashDuty, hashStatus } from './hashGridStatus.ts'

/** Fills an empty slice from what {@link writeGridStatus} wrote, with its digest. */
export function readGridStatus({ gridStatus, index, digest }: GridStatusGround, records: GridStatusPart): void {
  for (const { grid: code, onDuty, devices, ...rest } of records) {
    const grid = index.grid(code)
    const status = Object.assign(gridStatus[grid]!, rest)
    for (const { worker, ...duty } of onDuty) {
      status.onDuty.set(worker, duty)
      hashDuty(digest, 1, grid, duty)
    }
    for (const { device, ...health } of devices) {
      status.devices.set(device, health)
      hashDevice(digest, 1, grid, health)
    }
    hashStatus(digest, 1, grid, status)
  }
}
