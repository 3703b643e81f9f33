import type { GridFeature } from '../../../../shared/domain/district/gridsFile.ts'
import type { Severity } from '../../../../shared/words/severity.ts'
import type { Chance } from '../Chance.ts'
import type { World } from '../World.ts'
import type { Gravity } from './happenings.ts'
import type { Report } from './Report.ts'
import { onDutyAt } from '../duty/dutySpans.ts'
import { isoWeekday } from '../../../../shared/words/time/isoWeekday.ts'
import { dateOf, dayStart, HOUR, MINUTE } from '../localDay.ts'
import { BURST_INCIDENTS, BURST_MINUTES } from '../Scenario.ts'
import { isBrought } from './handlingHours.ts'
import { HAPPENINGS, weightsOf } from './happenings.ts'

/** How many matters come in each local hour: peaks 9–11 and 15–17, few at night. */
const HOUR_CURVE = [1, 0.7, 0.5, 0.4, 0.5, 1, 2, 4, 7.5, 10, 10, 8.5, 5.5, 5, 6.5, 9, 9.5, 8, 5.5, 4.5, 4, 3.5, 2.5, 1.5] as const

/** ISO weekday → share of a usual day. */
const WEEKDAY_CURVE = [1, 1.06, 1.02, 1, 1, 1.02, 0.95, 0.92] as const

const GRIDS_OF_A_COUNTY = 147
/** Share of the reports that tell what somebody else has told within two hours. */
const REPEATED = 0.025

const SEVERITY_WEIGHTS: Record<Gravity, readonly [IV: number, III: number, II: number, I: number]> = {
  light: [95, 5, 0, 0],
  plain: [84, 15, 1, 0],
  serious: [46, 42, 10.5, 1.3],
}
const SEVERITY: readonly Severity[] = ['IV', 'III', 'II', 'I']

type Draft = Omit<Report, 'id' | 'repeats'>

/** What is reported on a local day, in order of time. */
export function reportsOfDay(world: World, day: number): Report[] {
  const chance = world.chance(`reports ${day}`)
  const size = world.district.grids.length / GRIDS_OF_A_COUNTY
  const usual = Math.round(world.scenario.incidents * size * WEEKDAY_CURVE[isoWeekday(day)]! * chance.between(0.95, 1.05))
  const drafts = [
    ...Array.from({ length: usual }, () => draft(world, day, usualMoment(day, world, chance), chance)),
    ...world.scenario.bursts.flatMap(hour => burst(world, day, hour, chance)),
  ].sort((a, b) => a.at - b.at)
  const stamp = dateOf(day).slice(2).replaceAll('-', '')
  const reports: Report[] = []
  for (const [index, each] of drafts.entries()) {
    const id = `WG${world.key}-${stamp}-${String(index + 1).padStart(3, '0')}`
    reports.push(repeated({ ...each, id }, reports, chance))
  }
  return reports
}

function usualMoment(day: number, { zoneMs }: World, chance: Chance): number {
  return Math.floor(dayStart(day, zoneMs) + (chance.weighted(HOUR_CURVE) + chance.next()) * HOUR)
}

function draft(world: World, day: number, at: number, chance: Chance): Draft {
  const grid = pickGrid(world.district.grids, chance)
  const { kind, code } = grid.properties
  const isManned = onDutyAt(world, code, at) !== undefined
  const weights = weightsOf(kind, Number(dateOf(day).slice(5, 7))).map((weight, i) => isBrought(world, HAPPENINGS[i]!.subcategory, at) && (isManned || HAPPENINGS[i]!.subcategory !== 'patrol-sos') ? weight : 0)
  const happening = HAPPENINGS[chance.weighted(weights)]!
  const severity = SEVERITY[chance.weighted(SEVERITY_WEIGHTS[happening.gravity])]!
  return { at, grid, happening, severity, channel: channelOf(world, code, happening.subcategory, at, chance), building: building(world, code, chance) }
}

/** A storm: many matters within a short time; the first minutes bring the gravest. */
function burst(world: World, day: number, hour: number, chance: Chance): Draft[] {
  const begins = dayStart(day, world.zoneMs) + hour * HOUR + 5 * MINUTE
  const kinds = HAPPENINGS.filter(({ subcategory }) => ['power-cut', 'blocked-road', 'sand-burial', 'wall-crack', 'accident', 'fence-damage', 'street-lamp', 'fire-hazard'].includes(subcategory))
  const gravest = world.district.grids.filter(({ properties }) => properties.kind === 'urban')
  return Array.from({ length: BURST_INCIDENTS }, (_, index): Draft => {
    const grave = index === 0 && gravest.length > 0
    const grid = grave ? gravest[chance.whole(0, gravest.length - 1)]! : pickGrid(world.district.grids, chance)
    const weights = kinds.map(({ often }) => often[grid.properties.kind === 'pastoral' ? 2 : 0])
    const happening = grave ? HAPPENINGS.find(({ subcategory }) => subcategory === 'gas-leak')! : kinds[chance.weighted(weights)]!
    return {
      at: Math.floor(begins + (grave ? 8 : BURST_MINUTES * chance.next() ** 1.4) * MINUTE),
      grid,
      happening,
      severity: grave ? 'I' : SEVERITY[chance.weighted([60, 34, 6, 0])]!,
      channel: grave || chance.happens(0.6) ? 'hotline' : 'app',
      building: building(world, grid.properties.code, chance),
    }
  })
}

/** Where people are, matters are; the square root keeps the pasture from falling silent. */
function pickGrid(grids: readonly GridFeature[], chance: Chance): GridFeature {
  return grids[chance.weighted(grids.map(({ properties }) => 4 + Math.sqrt(properties.residents)))]!
}

function channelOf(world: World, grid: string, subcategory: string, at: number, chance: Chance): Report['channel'] {
  if (subcategory === 'patrol-sos')
    return 'device'
  // A patrol finds nothing where nobody is on duty.
  const patrol = onDutyAt(world, grid, at) ? 42 : 0
  return (['patrol', 'hotline', 'app', 'visit', 'desk', 'petition', 'open311'] as const)[chance.weighted([patrol, 26, 18, 7, 3, 1, 3])]!
}

function building(world: World, grid: string, chance: Chance): number {
  return chance.whole(0, Math.max(0, (world.buildingsOf.get(grid)?.length ?? 0) - 1))
}

function repeated(report: Report, before: readonly Report[], chance: Chance): Report {
  if (!chance.happens(REPEATED) || report.severity === 'I')
    return report
  const recent = before.filter(({ at, repeats, severity }) => at > report.at - 2 * HOUR && at < report.at - 5 * MINUTE && repeats === undefined && severity !== 'I')
  const first = recent[chance.whole(0, Math.max(0, recent.length - 1))]
  if (!first)
    return report
  return { ...report, grid: first.grid, happening: first.happening, severity: first.severity, building: first.building, channel: 'hotline', repeats: first.id }
}
