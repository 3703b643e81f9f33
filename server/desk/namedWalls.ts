import type { NamedWall } from '../../shared/protocol/wall/walls.ts'
import type { WallRow } from './rows.ts'
import { groupBy } from '../../shared/words/groupBy.ts'

/** Screens by their wall's name (N3): what the one shows that spoke last, held if any is, and what was painted last on how many of them. */
export function namedWalls(screens: readonly WallRow[]): NamedWall[] {
  return [...groupBy(screens, ({ name }) => name)].map(([name, all]) => toWall(name, all)).sort((a, b) => a.name < b.name ? -1 : 1)
}

function toWall(name: string, screens: readonly WallRow[]): NamedWall {
  const { scene, region, grid, taken, refused } = screens.reduce((last, each) => each.saidAt > last.saidAt ? each : last)
  const painter = screens.reduce((last, each) => (each.paintedAt ?? 0) > (last.paintedAt ?? 0) ? each : last)
  const { painted, paintedAt } = painter
  return {
    name,
    links: screens.length,
    scene,
    ...(region !== undefined && { region }),
    ...(grid !== undefined && { grid }),
    ...(painted !== undefined && paintedAt !== undefined && { painted, paintedAt, paintedBy: screens.filter(each => each.painted === painted).length }),
    held: screens.some(({ held }) => held),
    ...(taken !== undefined && { taken }),
    ...(refused !== undefined && { refused }),
    since: Math.min(...screens.map(({ since }) => since)),
  }
}
