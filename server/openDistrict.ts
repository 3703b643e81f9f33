import type { District } from '../shared/domain/district/District.ts'
import type { Config } from './config/config.ts'
import { join } from 'node:path'
import { loadDistrict } from './district/loadDistrict.ts'

/** The district of the settings, or the demo one. @throws DistrictError */
export function openDistrict({ districtDir }: Pick<Config, 'districtDir'>, root: string): Promise<District> {
  return loadDistrict(districtDir ?? join(root, 'server/district/demo/data'))
}
