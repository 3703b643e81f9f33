export interface Unit { code: string, name: string }

/** A subdistrict, town or sumu with its communities and gachas. */
export interface Town { code: string, name: string, seat: [number, number], units: Unit[] }

/** The source list of divisions. */
export interface Divisions { code: string, name: string, regions: Town[] }

export function communities(town: Town): Unit[] {
  return town.units.filter(isCommunity)
}

export function gachas(town: Town): Unit[] {
  return town.units.filter(unit => !isCommunity(unit))
}

export function isSubdistrict(town: Town): boolean {
  return town.name.endsWith('街道')
}

export function isSumu(town: Town): boolean {
  return town.name.endsWith('苏木')
}

export function isCommunity(unit: Unit): boolean {
  return unit.name.endsWith('社区')
}
