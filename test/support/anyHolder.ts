import type { Holders } from '../../shared/domain/duty/Holders.ts'
import { tinyBasis } from './tinyBasis.ts'

/** Any unit is one, and S1 is somebody of the first grid who may always be asked. */
export const anyHolder: Pick<Holders, 'isUnit' | 'person'> = {
  isUnit: () => true,
  person: id => id === 'S1' ? { id, name: '乌日娜', post: 'gridLeader', grid: tinyBasis.grids[0]!, shifts: [] } : undefined,
}
