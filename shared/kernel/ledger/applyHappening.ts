import type { Basis } from '../../domain/basis.ts'
import type { AnyDefinition } from './AnyDefinition.ts'
import type { LedgerEvent } from './LedgerEvent.ts'
import type { Thing } from './Thing.ts'
import { addWorkingTime } from '../../domain/workingTime.ts'
import { ofDistrict } from './ofDistrict.ts'

/** Writes into a thing what an event says of it: stage, values, amounts, marks and clocks. Whether it may, was asked before. */
export function applyHappening(definition: AnyDefinition, basis: Basis, thing: Thing, stage: string, event: LedgerEvent<string>): void {
  const { dimensions = {}, fields = {}, ends } = definition
  if (stage !== thing.stage)
    thing.stageAt = event.at
  thing.stage = stage
  thing.version++
  take(thing.is, event.is, dimensions)
  take(thing.fields, event.fields, fields)
  mark(definition, thing, event.happening)
  if (ends.includes(stage))
    thing.due = {}
  else
    runClocks(definition, basis, thing, event)
}

function take<T>(into: Record<string, T>, given: Readonly<Record<string, T | undefined>> = {}, known: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(known)) {
    const value = given[name]
    if (value !== undefined)
      into[name] = value
  }
}

function mark({ marks = {} }: AnyDefinition, thing: Thing, happening: string): void {
  thing.marks = Object.entries(marks).flatMap(([name, { setBy, clearedBy }]) =>
    setBy.includes(happening) || (thing.marks.includes(name) && !clearedBy?.includes(happening)) ? [name] : [])
}

function runClocks({ clocks = {} }: AnyDefinition, basis: Basis, thing: Thing, { happening, due, at }: LedgerEvent<string>): void {
  for (const [name, { startedBy, stoppedBy, limits, by }] of Object.entries(clocks)) {
    if (stoppedBy?.includes(happening))
      delete thing.due[name]
    if (!startedBy.includes(happening))
      continue
    const rows = limits ? ofDistrict(limits, basis) : []
    const limit = rows.find(({ key }) => key !== undefined && by !== undefined && key === thing.is[by]) ?? rows.find(({ key }) => key === undefined)
    const ends = due?.[name] ?? (limit && (limit.time === 'working' ? addWorkingTime(at, limit.ms, basis.calendar, basis.zoneMs) : at + limit.ms))
    if (ends !== undefined)
      thing.due[name] = ends
  }
}
