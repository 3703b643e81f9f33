import type { Category } from '../../../../shared/words/category/category.ts'
import type { Level } from '../../../../shared/words/level.ts'
import type { EpochMs } from '../../../../shared/words/time/time.ts'
import type { World } from '../World.ts'
import type { Life } from './Life.ts'
import { regionAt } from '../../../../shared/words/regionCode.ts'
import { onDutyAt } from '../duty/dutySpans.ts'

const TOWN_UNITS: Record<Category, string> = {
  dispute: '司法所',
  environment: '综合执法队',
  facility: '综合执法队',
  livelihood: '社会事务办',
  safety: '应急管理办',
  grassland: '林草站',
  traffic: '交警中队',
  security: '派出所',
}

const BANNER_UNITS: Record<Category, string> = {
  dispute: '旗司法局',
  environment: '生态环境局左旗分局',
  facility: '旗住建局',
  livelihood: '旗民政局',
  safety: '旗应急管理局',
  grassland: '旗林草局',
  traffic: '旗公安局交管大队',
  security: '旗公安局',
}

/** Name of the unit that holds a matter at a level. */
export function unitAt({ world, report: { grid: { properties: { code, names } }, happening: { category } } }: Life, level: Level): string {
  switch (level) {
    case 'grid': return `${names.zh}服务队`
    case 'community': return `${world.name(regionAt(code, 'community'))}综治工作站`
    case 'town': return `${world.name(regionAt(code, 'town'))}${TOWN_UNITS[category]}`
    case 'banner': return BANNER_UNITS[category]
  }
}

/** Who handles a matter at a level: the worker on duty of its grid, else who keeps watch in its community or town, the leader of the community's first grid, else the unit. */
export function handlerAt({ world, report: { grid: { properties: { code } } } }: Life, level: Level, at: EpochMs): string {
  switch (level) {
    case 'grid': return onDutyAt(world, code, at)?.worker ?? onWatch(world, code, at) ?? world.leaderOf(code) ?? `unit-${code}`
    case 'community': return firstLeader(world, regionAt(code, 'community')) ?? `unit-${regionAt(code, 'community')}`
    case 'town': return `unit-${regionAt(code, 'town')}`
    case 'banner': return `unit-${regionAt(code, 'banner')}`
  }
}

/** Seat of the duty shift that has the matter in hand; seats, never persons. */
export function seatOf({ world, chance }: Life): string {
  return `seat-${chance.whole(1, Math.max(1, world.district.seats.length))}`
}

function firstLeader(world: World, community: string): string | undefined {
  const first = world.district.grids.find(({ properties }) => properties.code.startsWith(community))
  return first && world.leaderOf(first.properties.code)
}

/** Somebody on duty in the same community, else in the same town. */
function onWatch(world: World, grid: string, at: EpochMs): string | undefined {
  for (const region of [regionAt(grid, 'community'), regionAt(grid, 'town')]) {
    for (const { properties: { code } } of world.district.grids) {
      const worker = code.startsWith(region) ? onDutyAt(world, code, at)?.worker : undefined
      if (worker !== undefined)
        return worker
    }
  }
  return undefined
}
