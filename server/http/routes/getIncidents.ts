import type { Addresses } from '../Addresses.ts'
import type { District } from '../../../shared/domain/district/District.ts'
import type { MatterRow, MattersAnswer } from '../../../shared/protocol/desk/matters.ts'
import type { Aliases } from '../../Aliases.ts'
import type { Clock } from '../../clock.ts'
import type { MatterIndex } from '../../projection/matters/MatterIndex.ts'
import type { MatterRecord } from '../../projection/matters/MatterRecord.ts'
import type { Projection } from '../../projection/Projection.ts'
import { fixFor } from '../../../shared/events/fixFor.ts'
import { mattersQuery } from '../../../shared/protocol/desk/matters.ts'
import { regionChain } from '../../../shared/words/regionCode.ts'
import { epochOf } from '../../../shared/words/time/time.ts'
import { pause } from '../../clock.ts'
import { callerAsked } from '../../projection/matters/callerHashes.ts'
import { searchMatters } from '../../projection/matters/searchMatters.ts'
import { problem } from '../problem.ts'

const READY_MS = 10_000

interface Parts {
  matters: MatterIndex
  aliases: Aliases
  projection: Projection
  district: Pick<District, 'regions' | 'grids'>
  clock: Clock
}

/** `GET /api/v1/incidents?audience=desk&…`: matters by number, words, place, caller and date, ended ones too, a page at a time, newest first; from the index in memory, never by reading the log (C28). */
export function getIncidents(addresses: Addresses, { matters, aliases, projection, district, clock }: Parts): void {
  const placeOf = placeNames(district)
  addresses.add('/api/v1/incidents', { GET: async (request, response) => {
    const parsed = mattersQuery.safeParse(request.query)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!
      return problem(response, 400, fixFor(issue), { path: issue.path.join('.') })
    }
    const { caller, from, to, audience: _, ...query } = parsed.data
    const asked = caller?.trim() ? callerAsked(caller, aliases) : undefined
    if (caller?.trim() && asked === undefined)
      return problem(response, 400, 'Give a whole telephone number, or the whole name: parts of them are not kept.', { path: 'caller' })
    if (!projection.ready)
      await Promise.race([projection.caughtUp(), pause(clock, READY_MS)])
    if (!projection.ready)
      return problem(response, 503, 'The server is still reading its log; ask again in a moment.')
    const { found, next } = await searchMatters(matters, { ...query, caller: asked, from: from === undefined ? undefined : epochOf(from), to: to === undefined ? undefined : epochOf(to) }, { clock, placeOf })
    response.setHeader('Cache-Control', 'no-store')
    response.json({ matters: found.map(record => rowOf(record, projection)), ...(next !== undefined && { next }), since: matters.since } satisfies MattersAnswer)
  } })
}

function rowOf({ id, grid, category, subcategory, severity, level, stage, title, address, building, placeName, caller, reportedAt, endedAt, satisfied, mergedInto, opened }: MatterRecord, { state }: Projection): MatterRow {
  return { id, grid, category, subcategory, severity, level, stage, title, address, building, placeName, caller, reportedAt, endedAt, satisfied, mergedInto, kept: state.incident.incidents.get(id)?.openedEntry === opened }
}

/** What a grid and all that it lies in are called, by its code. */
function placeNames({ regions, grids }: Pick<District, 'regions' | 'grids'>): (grid: string) => string {
  const names = new Map(regions.map(({ code, names: { zh, en } }) => [code, `${zh} ${en ?? ''}`]))
  const ofGrid = new Map(grids.map(({ properties: { code, names: { zh, en } } }) => [code, [...regionChain(code).map(each => names.get(each) ?? ''), zh, en ?? ''].join(' ')]))
  return grid => ofGrid.get(grid) ?? ''
}
