import type { District } from '../../../shared/domain/district/District.ts'
import type { State } from '../../../shared/state/State.ts'
import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { Aliases } from '../../Aliases.ts'
import { coarse } from '../../../shared/words/coarse.ts'
import { isEnded } from '../../../shared/domain/stages.ts'
import { dueAt } from '../../../shared/families/incident/dueAt.ts'
import { LEVELS } from '../../../shared/words/level.ts'
import { regionChain } from '../../../shared/words/regionCode.ts'
import { serviceCodeOf, serviceName } from './services.ts'

/**
 * A matter as Open311 answers it: what a screen may see of it and no more. Title, description, address and photos are free text or
 * may show people, so they stay empty; the place is rounded to about 100 m.
 */
export function toRequest(incident: Incident, { basis, limits }: State, district: Pick<District, 'regions'>, language: 'zh' | 'en', aliases: Aliases): Record<string, string | number | null> {
  const code = serviceCodeOf(incident)
  const grid = basis.grids[incident.grid]!
  const place = incident.place && coarse(incident.place)
  const due = dueAt(incident, limits)
  const ended = isEnded(incident.stage)
  return {
    service_request_id: aliases.publicId(incident.id),
    status: ended ? 'closed' : 'open',
    status_notes: incident.stage,
    service_name: serviceName(code, language),
    service_code: code,
    description: null,
    agency_responsible: agencyOf(incident, grid, district, language),
    service_notice: null,
    requested_datetime: toTime(incident.reportedAt),
    updated_datetime: toTime(incident.movedAt),
    expected_datetime: ended || !Number.isFinite(due) ? null : toTime(due),
    address: null,
    address_id: grid,
    zipcode: null,
    lat: place?.lat ?? null,
    long: place?.lng ?? null,
    media_url: null,
  }
}

/** The division at whose level the matter lies; a grid is its community's. */
function agencyOf({ level }: Incident, grid: string, { regions }: Pick<District, 'regions'>, language: 'zh' | 'en'): string | null {
  const up = LEVELS.indexOf(level)
  const chain = regionChain(grid).reverse()
  const region = regions.find(({ code }) => code === chain[Math.max(1, up)])
  return region ? (language === 'en' ? region.names.en : undefined) ?? region.names.zh : null
}

function toTime(ms: number): string {
  return new Date(ms).toISOString()
}
