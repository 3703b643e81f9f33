import type { AliasOf } from '../../words/publicId.ts'
import type { GridStatusRecord } from './GridStatusPart.ts'
import { withheldCounts } from '../../words/withheldCounts.ts'

/** What of a grid's status a screen may see: an allow-list, so a field that is added reaches nobody until it stands here. */
export function screenStatus({ grid, dutyAt, mode, modeAt, risk, riskAt, counted, special, onDuty, devices }: GridStatusRecord, aliasOf: AliasOf): GridStatusRecord {
  return {
    dutyAt,
    mode,
    modeAt,
    risk,
    riskAt,
    ...(counted && { counted: { households: counted.households, residents: counted.residents, at: counted.at } }),
    ...(special && { special: withheldCounts(special) }),
    grid,
    onDuty: onDuty.map(({ worker, post, since, entry }) => ({ worker: aliasOf(worker), post, since, entry })),
    devices: devices.map(({ device, health, at, entry }) => ({ device: aliasOf(device), health, at, entry })),
  }
}
