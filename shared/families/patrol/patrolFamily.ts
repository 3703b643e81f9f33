import type { Family } from '../../kernel/Family.ts'
import type { PatrolPart } from './PatrolPart.ts'
import type { PatrolSlice } from './PatrolSlice.ts'
import type { patrolEvents } from './events.ts'
import { newest } from '../../words/newest.ts'
import { isWithin } from '../../words/regionCode.ts'
import { foldPatrol } from './foldPatrol.ts'
import { isPatrolOutside } from './isPatrolOutside.ts'
import { emptyPatrolSlice } from './PatrolSlice.ts'
import { placePatrol } from './placePatrol.ts'
import { isSosId } from './sosId.ts'
import { readPatrol } from './readPatrol.ts'
import { writePatrol } from './writePatrol.ts'

/** Grid workers on their way: when each grid was visited, who was heard where, who called for help. */
export const patrolFamily: Family<'patrol', 'patrol', PatrolSlice, PatrolPart, typeof patrolEvents> = {
  key: 'patrol',
  empty: ({ index }) => emptyPatrolSlice(index),
  fold: foldPatrol,
  write: writePatrol,
  read: readPatrol,
  within: ({ visitAt, sosAt, workers, fixes, alarms, calls }, region, grids) => {
    const here = ({ grid }: { grid: string }) => isWithin(grid, region)
    return {
      visitAt: visitAt.filter((_, grid) => grids[grid]),
      sosAt: sosAt.filter((_, grid) => grids[grid]),
      workers: workers.filter(here),
      fixes: fixes.filter(here),
      alarms: alarms.filter(here),
      calls: calls.filter(here),
    }
  },
  redact: {
    desk: part => ({ ...part, fixes: [] }),
    screen: ({ visitAt, sosAt, workers, alarms, calls }, aliasOf) => ({
      visitAt,
      sosAt,
      workers: workers.map(({ worker, grid, at, entry, ended }) => ({ worker: aliasOf(worker), grid, at, entry, ...(ended && { ended }) })),
      fixes: [],
      alarms: alarms.map(({ worker, grid, at, entry }) => ({ worker: aliasOf(worker), grid, at, entry })),
      calls: calls.map(({ id, worker, grid, at, againAt, entry, stage, calledAt, calls, calledTo, signedAt, endedAt, outcome }) => ({
        ...{ id, worker: aliasOf(worker), grid, at, againAt, entry, stage, calledAt, calls, signedAt, endedAt },
        ...(calledTo !== undefined && { calledTo }),
        ...(outcome !== undefined && { outcome }),
      })),
    }),
  },
  screenSubject: (subject, aliasOf) => isSosId(subject) ? subject : aliasOf(subject),
  place: placePatrol,
  isOutside: isPatrolOutside,
  gridOf: (_ground, event) => event.type === 'patrol.heard' ? undefined : event.data.grid,
  newestAt: ({ workers, visitAt }) => Math.max(newest(workers.values(), ({ newest: { at } }) => at), newest(visitAt, at => at)),
}
