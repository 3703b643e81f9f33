import type { Basis } from '../../domain/basis.ts'
import type { OfDistrict } from './LedgerDefinition.ts'

/** What a definition has for a district. */
export function ofDistrict<T extends object>(given: OfDistrict<T>, basis: Basis): T {
  return typeof given === 'function' ? given(basis) : given
}
