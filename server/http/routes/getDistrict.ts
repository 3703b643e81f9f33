import type { Addresses } from '../Addresses.ts'
import type { Audience } from '../../../shared/words/Audience.ts'
import type { District } from '../../../shared/domain/district/District.ts'
import type { DistrictResource } from '../../../shared/protocol/districtResource.ts'
import { districtFile } from '../../../shared/domain/district/districtFile.ts'
import { basisOf } from '../../../shared/domain/basisOf.ts'
import { Body } from '../bodies/Body.ts'
import { problem } from '../problem.ts'
import { scopeOf } from '../scopeOf.ts'

// What the desk chooses from is told by `/api/v1/desk` alone.
const resourceFile = districtFile.omit({ desk: true })

/** `GET /api/v1/district?audience=…`: the data set without its people; the same for as long as its version is. */
export function getDistrict(addresses: Addresses, district: District): void {
  const bodies = new Map<Audience, Body>()
  addresses.add('/api/v1/district', { GET: async (request, response) => {
    const scope = scopeOf(request, district.code)
    if ('wrong' in scope)
      return problem(response, 400, scope.wrong)
    const { audience } = scope
    const body = bodies.get(audience) ?? new Body(Buffer.from(JSON.stringify(toResource(district, audience))), `"${audience}-${district.version}"`, 'no-cache')
    bodies.set(audience, body)
    await body.send(request, response)
  } })
}

function toResource(district: District, audience: Audience): DistrictResource {
  const { zoneMs, limits, calendar } = basisOf(district)
  const { version, regions, grids, buildings, expected } = district
  return { ...resourceFile.parse(district), version, zoneMs, limits, calendar, regions, grids, ...(audience === 'desk' && { buildings }), expected, posts: postsOf(district) }
}

function postsOf({ staff }: District): DistrictResource['posts'] {
  const posts: DistrictResource['posts'] = {}
  for (const { grid, post } of staff) {
    const counts = posts[grid] ??= {}
    counts[post] = (counts[post] ?? 0) + 1
  }
  return posts
}
