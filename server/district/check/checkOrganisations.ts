import type { Organisation } from '../../../shared/domain/district/organisationsFile.ts'
import type { DistrictFault } from '../DistrictFault.ts'
import { repeated } from './repeated.ts'

const file = 'organisations.json'

const RANKS: Record<Organisation['kind'], number> = { workingCommittee: 0, communityCommittee: 1, partyBranch: 2, partyGroup: 3 }

/** The organisation chain: once each, answering for a place that exists, under an organisation of a higher kind. */
export function checkOrganisations(organisations: readonly Organisation[], places: ReadonlySet<string> | undefined): DistrictFault[] {
  const byId = new Map(organisations.map(each => [each.id, each]))
  const faults: DistrictFault[] = repeated(organisations.map(each => each.id)).map(code => ({ file, code, reason: 'duplicate id: another organisation has it too' }))
  for (const { id, kind, parent, region } of organisations) {
    const add = (reason: string) => faults.push({ file, code: region, reason: `organisation ${id} ${reason}` })
    if (places && !places.has(region))
      add(`answers for ${region}, which does not exist`)
    if (parent === undefined)
      continue
    const above = byId.get(parent)
    if (!above)
      add(`has the missing parent ${parent}`)
    else if (RANKS[above.kind] >= RANKS[kind])
      add(`(${kind}) cannot stand under ${parent} (${above.kind})`)
  }
  return faults
}
