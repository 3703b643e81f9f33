import type { Names } from '../../../../shared/domain/district/names.ts'
import type { Town, Unit } from './Divisions.ts'
import { ENGLISH_NAMES } from './englishNames.ts'

/** 学苑东社区02格 */
export function urbanName(community: Unit, serial: number): Names {
  const number = String(serial).padStart(2, '0')
  return { zh: `${community.name}${number}格`, en: `${english(community)} community grid ${number}` }
}

/** 宗别立镇乌兰01格 */
export function townName(town: Town, community: Unit): Names {
  return { zh: `${town.name}${community.name.replace(/社区$/, '')}01格`, en: `${english(town)} ${english(community)} grid 01` }
}

/** 吉兰泰镇联合4格, or 银根苏木格 where the whole town is one grid. */
export function pastoralName(town: Town, order: number, count: number): Names {
  return count === 1
    ? { zh: `${town.name}格`, en: `${english(town)} grid` }
    : { zh: `${town.name}联合${order}格`, en: `${english(town)} joint grid ${order}` }
}

function english({ code, name }: { code: string, name: string }): string {
  return ENGLISH_NAMES[code] ?? name
}
