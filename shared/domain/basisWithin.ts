import type { Basis } from './basis.ts'

/** The basis of one region: its grids alone. */
export function basisWithin(whole: Basis, region: string): Basis {
  return { ...whole, region, grids: whole.grids.filter(code => code.startsWith(region)) }
}
