import type { GridStatusGround } from './GridStatusGround.ts'
import type { GridStatusPart } from './GridStatusPart.ts'

/** The slice as plain JSON. */
export function writeGridStatus({ basis, gridStatus }: GridStatusGround): GridStatusPart {
  return gridStatus.flatMap((status, grid) => {
    const { onDuty, devices, ...rest } = status
    if (!rest.dutyAt && !rest.modeAt && !rest.riskAt && !rest.counted && devices.size === 0)
      return []
    return [{
      ...rest,
      grid: basis.grids[grid]!,
      onDuty: [...onDuty].map(([worker, duty]) => ({ worker, ...duty })),
      devices: [...devices].map(([device, health]) => ({ device, ...health })),
    }]
  })
}
