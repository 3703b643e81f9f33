import type { Organisation } from '../../../shared/domain/district/organisationsFile.ts'
import type { Shift, StaffMember } from '../../../shared/domain/district/staffFile.ts'
import { describe, expect, it } from 'vitest'
import { DutyRoster } from '../../../shared/domain/duty/DutyRoster.ts'
import { nextOnShift } from '../../../shared/domain/duty/nextOnShift.ts'

const ZONE = 8 * 3_600_000
const WEEK = [1, 2, 3, 4, 5, 6, 7]
const GRID = '152921402001001'
const at = (text: string) => Date.parse(`${text}+08:00`)
const day: Shift = { days: WEEK, from: '08:00', to: '20:00' }
const night: Shift = { days: WEEK, from: '20:00', to: '08:00' }

describe('the next shift', () => {
  it('[X5] is now while one runs, across midnight too, and the beginning of the next one otherwise', () => {
    expect(nextOnShift([night], at('2026-11-24T23:59:59.999'), ZONE)).toBe(at('2026-11-24T23:59:59.999'))
    expect(nextOnShift([night], at('2026-11-25T00:00:00'), ZONE)).toBe(at('2026-11-25T00:00:00'))
    expect(nextOnShift([night], at('2026-11-25T07:59:59.999'), ZONE)).toBe(at('2026-11-25T07:59:59.999'))
    expect(nextOnShift([night], at('2026-11-25T08:00:00'), ZONE)).toBe(at('2026-11-25T20:00:00'))
    expect(nextOnShift([day, { days: [1], from: '07:00', to: '08:00' }], at('2026-11-22T21:00:00'), ZONE)).toBe(at('2026-11-23T07:00:00'))
  })

  it('[X5] of a night that belongs to one weekday ends on the next morning, and comes again in a week', () => {
    const tuesday: Shift = { days: [2], from: '20:00', to: '08:00' }
    expect(nextOnShift([tuesday], at('2026-11-25T03:00:00'), ZONE)).toBe(at('2026-11-25T03:00:00'))
    expect(nextOnShift([tuesday], at('2026-11-24T03:00:00'), ZONE)).toBe(at('2026-11-24T20:00:00'))
    expect(nextOnShift([tuesday], at('2026-11-25T08:00:00'), ZONE)).toBe(at('2026-12-01T20:00:00'))
    expect(nextOnShift([], at('2026-11-25T08:00:00'), ZONE)).toBe(Infinity)
  })
})

describe('the roster', () => {
  const person = (id: string, post: StaffMember['post'], shifts: Shift[]): StaffMember => ({ id, name: '甲（虚构）', post, grid: GRID, shifts })
  const body = (region: string, shifts?: Shift[]): Organisation => ({ id: region, kind: region.length === 12 ? 'communityCommittee' : 'workingCommittee', names: { zh: '（虚构）' }, region, ...(shifts && { shifts }) })
  const roster = new DutyRoster({
    timeZone: 'Asia/Shanghai',
    staff: [person('S1', 'gridWorker', [day]), person('S2', 'gridLeader', [day]), person('S3', 'gridWorker', [night]), person('S4', 'volunteer', [])],
    organisations: [body('152921402001', [day]), body('152921402')],
    seats: [{ name: { zh: '值班席 1' }, role: 'dutyOfficer' }, { name: { zh: '带班席' }, role: 'dutyLead' }, { id: 'desk-b', name: { zh: '值班席 2' }, role: 'dutyOfficer' }],
  })

  it('[X4] knows from when on somebody is on duty at each level; a body without shifts always is', () => {
    const late = at('2026-11-24T21:00:00')
    expect(roster.onDutyFrom('grid', GRID, late)).toBe(late)
    expect(roster.onDutyFrom('grid', '152921402001002', late)).toBe(Infinity)
    expect(roster.onDutyFrom('community', GRID, late)).toBe(at('2026-11-25T08:00:00'))
    expect(roster.onDutyFrom('town', GRID, late)).toBe(late)
    expect(roster.onDutyFrom('banner', GRID, late)).toBe(late)
  })

  it('[X6] calls the leader of the grid first, never the one who did not answer, nobody who is off', () => {
    const noon = at('2026-11-24T12:00:00')
    expect(roster.nextInGrid(GRID, noon, 'S1')).toBe('S2')
    expect(roster.nextInGrid(GRID, noon, 'S2')).toBe('S1')
    expect(roster.nextInGrid(GRID, at('2026-11-24T20:00:00'), 'S3')).toBeUndefined()
    expect([roster.secondSeat, roster.leadSeat]).toEqual(['desk-b', 'seat-2'])
  })
})
