import type { Snapshot } from '../state/Snapshot.ts'
import type { RegionCode } from '../words/regionCode.ts'
import { basisWithin } from '../domain/basisWithin.ts'
import { isWithin } from '../words/regionCode.ts'

/** The part of a state that lies in a region. The banner's own region is the whole. */
export function scopeSnapshot(snapshot: Snapshot, region: RegionCode): Snapshot {
  if (region === snapshot.basis.code)
    return snapshot
  const { incident, patrol, basis } = snapshot
  const inside = basis.grids.map(code => isWithin(code, region))
  const here = ({ grid }: { grid: string }) => isWithin(grid, region)
  const within = <T>(rows: Record<RegionCode, T>) => Object.fromEntries(Object.entries(rows).filter(([code]) => isWithin(code, region)))
  return {
    fold: snapshot.fold,
    basis: basisWithin(basis, region),
    incident: {
      incidents: incident.incidents.filter(here),
      hours: within(incident.hours),
      days: within(incident.days),
    },
    patrol: {
      visitAt: patrol.visitAt.filter((_, grid) => inside[grid]),
      sosAt: patrol.sosAt.filter((_, grid) => inside[grid]),
      workers: patrol.workers.filter(here),
      fixes: patrol.fixes.filter(here),
      alarms: patrol.alarms.filter(here),
    },
    gridStatus: snapshot.gridStatus.filter(here),
  }
}
