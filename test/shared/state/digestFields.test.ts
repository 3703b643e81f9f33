import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { IncidentRecord } from '../../../shared/families/incident/IncidentPart.ts'
import type { GridStatusRecord } from '../../../shared/families/gridStatus/GridStatusPart.ts'
import type { PatrolPart } from '../../../shared/families/patrol/PatrolPart.ts'
import type { Snapshot } from '../../../shared/state/Snapshot.ts'
import { describe, expect, it } from 'vitest'
import { redactSnapshot } from '../../../shared/audience/redactSnapshot.ts'
import { fromSnapshot } from '../../../shared/state/fromSnapshot.ts'
import { ENTITY } from '../../../shared/kernel/entity.ts'
import { PUBLIC_FIELDS } from '../../../shared/families/incident/publicFields.ts'
import { toSnapshot } from '../../../shared/state/toSnapshot.ts'
import { foldAll } from '../../support/foldAll.ts'
import { testAliasOf } from '../../support/testAliasOf.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

const REPORTED = { stream: 'incident', entry: '1000-0', type: 'incident.reported', time: '2026-11-24T00:00:00Z', source: 's', id: 'i', subject: '13912345678', data: { category: 'safety', severity: 'IV', channel: 'app', grid: tinyBasis.grids[0]!, place: { lng: 105.12345, lat: 38.98765 } } } as const

/** Another value of each field that is not a number or is absent at first. */
const OTHER: Partial<IncidentRecord> = {
  grid: tinyBasis.grids[1]!,
  category: 'environment',
  subcategory: 'gas-leak',
  severity: 'II',
  channel: 'hotline',
  place: { lng: 105.125, lat: 38.988 },
  level: 'town',
  stage: 'closed',
  clock: 'settle',
  calledTo: 'lead',
  ruling: 'upheld',
  parkedFrom: 'handling',
  mergedFrom: 'returned',
  supervised: true,
  card: 'red',
  led: true,
  reportKind: 'final',
  endedEntry: '7-0',
  settledLevel: 'banner',
  onTime: false,
  satisfied: false,
  mergedInto: 'WG-3',
  openedEntry: '1000-1',
  entry: '1001-0',
  move: 'closed',
}

const snapshot = toSnapshot(foldAll([REPORTED]))
const digestOf = (change: Partial<IncidentRecord>) => fromSnapshot(changed(change)).digest.of('152921')

describe('the digest', () => {
  // The entry that reported a matter stands for its id, which audiences know in different forms.
  for (const field of PUBLIC_FIELDS.filter(field => field !== 'id')) {
    it(`[F24] covers ${field} of a matter`, () => {
      const before = snapshot.incident.incidents[0]![field]
      const other = OTHER[field] ?? (typeof before === 'number' ? before + 1 : undefined)
      expect(other).toBeDefined()
      // A stage that has ended needs the entry that ended it.
      const base: Partial<IncidentRecord> = field === 'stage' || field === 'endedEntry' ? { endedEntry: '6-0' } : {}
      expect(digestOf({ ...base, [field]: other })).not.toBe(digestOf(base))
    })
  }

  const GRID = tinyBasis.grids[0]!
  const other = { grid: tinyBasis.grids[1], post: 'volunteer', mode: 'closed', risk: 'high', health: 'offline', counted: { households: 1, residents: 2, at: 3 }, ended: true, entry: '9-9' }
  const status: GridStatusRecord = {
    grid: GRID, dutyAt: 1, mode: 'opened', modeAt: 2, risk: 'low', riskAt: 3, counted: { households: 4, residents: 5, at: 6 },
    onDuty: [{ worker: 'S1', post: 'gridWorker', since: 7, entry: '1-0' }],
    devices: [{ device: 'D1', health: 'ok', at: 8, entry: '2-0' }],
  }
  const patrol: PatrolPart = {
    ...snapshot.patrol,
    workers: [{ worker: 'S1', grid: GRID, at: 9, entry: '3-0' }],
    alarms: [{ worker: 'S1', grid: GRID, at: 10, entry: '4-0' }],
  }
  const whole: Snapshot = { ...snapshot, patrol, gridStatus: [status] }
  const digest = fromSnapshot(whole).digest.of('152921')
  const records: [string, object, (record: object) => Snapshot, string[]][] = [
    // Stand-ins of people and devices differ between audiences, counts of special groups are withheld from some.
    ['a grid’s status', status, record => ({ ...whole, gridStatus: [record as GridStatusRecord] }), ['special', 'onDuty', 'devices']],
    ['counted people', status.counted!, record => ({ ...whole, gridStatus: [{ ...status, counted: record as typeof status.counted }] }), []],
    ['somebody on duty', status.onDuty[0]!, record => ({ ...whole, gridStatus: [{ ...status, onDuty: [record as GridStatusRecord['onDuty'][0]] }] }), ['worker']],
    ['a device', status.devices[0]!, record => ({ ...whole, gridStatus: [{ ...status, devices: [record as GridStatusRecord['devices'][0]] }] }), ['device']],
    ['a worker', { ...patrol.workers[0]!, ended: undefined }, record => ({ ...whole, patrol: { ...patrol, workers: [record as PatrolPart['workers'][0]] } }), ['worker']],
    ['an alarm', patrol.alarms[0]!, record => ({ ...whole, patrol: { ...patrol, alarms: [record as PatrolPart['alarms'][0]] } }), ['worker']],
  ]

  it.each(records)('[F24] covers every field of %s', (_name, record, put, apart) => {
    const unseen = Object.entries(record).filter(([field, before]) => {
      const value = field in other ? other[field as keyof typeof other] : (before as number) + 1
      return !apart.includes(field) && fromSnapshot(put({ ...record, [field]: value })).digest.of('152921') === digest
    })
    expect(unseen).toEqual([])
  })

  it('[F25] has a number of its own for each kind of entity', () => {
    expect(new Set(Object.values(ENTITY)).size).toBe(Object.keys(ENTITY).length)
  })

  it('[F24] is the same for a screen, which knows ids and place in another form, and blind to what only the desk sees', () => {
    const full = changed({ mergedInto: '13812345678' })
    const expected = fromSnapshot(full).digest.of('152921')
    const seen = redactSnapshot(full, 'screen', testAliasOf)
    expect(seen.incident.incidents[0]).not.toMatchObject({ id: '13912345678' })
    expect(fromSnapshot(seen).digest.of('152921')).toBe(expected)
    expect(digestOf({ mergedInto: '13812345678', title: 'x', unit: 'y', id: 'other' })).toBe(expected)
  })
})

function changed(change: Partial<Omit<Incident, 'grid'>> & { grid?: string }): Snapshot {
  const [record] = snapshot.incident.incidents
  return { ...snapshot, incident: { ...snapshot.incident, incidents: [{ ...record!, ...change }] } }
}
