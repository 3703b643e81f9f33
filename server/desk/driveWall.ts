import type { DriveAnswer } from '../../shared/protocol/wall/driveAnswer.ts'
import type { Aliases } from '../Aliases.ts'
import type { Actors } from '../commands/Actors.ts'
import type { Projection } from '../projection/Projection.ts'
import type { Neighbours } from './Neighbours.ts'
import { drive as driveSchema } from '../../shared/protocol/wall/drive.ts'
import { fixFor } from '../../shared/events/fixFor.ts'

interface Parts {
  neighbours: Neighbours
  actors: Actors
  projection: Projection
  aliases: Aliases
}

/** A message `drive` of a desk, not yet parsed (N4). Never rejects: whatever comes in is answered. */
export async function driveWall({ neighbours, actors, projection, aliases }: Parts, message: unknown): Promise<DriveAnswer> {
  const parsed = driveSchema.safeParse(message)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    return { accepted: false, reason: 'bad-request', path: issue.path.join('.'), message: fixFor(issue) }
  }
  const { id, actor, wall, incident, ...rest } = parsed.data
  const refuse = (reason: Extract<DriveAnswer, { accepted: false }>['reason'], message: string, path?: string): DriveAnswer => ({ accepted: false, id, reason, message, ...(path !== undefined && { path }) })
  const role = actors.find(actor)?.role
  if (role === undefined)
    return refuse('unknown-actor', 'Give a seat of the duty shift.', 'actor')
  if (role !== 'dutyOfficer' && role !== 'dutyLead')
    return refuse('not-allowed', 'A seat of the duty shift drives walls, nobody else.', 'actor')
  const { index, incident: { incidents } } = projection.state
  for (const place of ['region', 'grid'] as const) {
    const code = rest[place]
    if (code !== undefined && index.region(code) < 0)
      return refuse('unknown-region', 'No grid of this district lies there.', place)
  }
  if (incident !== undefined && !incidents.has(incident))
    return refuse('unknown-incident', 'No such matter is known; one that ended long ago has left.', 'incident')
  // To a screen a matter goes by the id that it is known by there.
  const walls = await neighbours.drive(wall, { id, by: actor, ...rest, ...(incident !== undefined && { incident: aliases.publicId(incident) }) })
  if (walls === undefined)
    return refuse('log-away', 'That wall is at another server, which cannot be reached now; send it again in a moment.')
  return walls > 0 ? { accepted: true, id, walls } : refuse('unknown-wall', 'No wall of that name is there now.', 'wall')
}
