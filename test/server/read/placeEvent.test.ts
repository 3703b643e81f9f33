import type { District } from '../../../shared/domain/district/District.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadDistrict } from '../../../server/district/loadDistrict.ts'
import { Places } from '../../../server/district/Places.ts'
import { readEntry } from '../../../server/read/readEntry.ts'
import { TINY_DISTRICT } from '../../support/startTestServer.ts'

let district: District
let places: Places
beforeAll(async () => {
  district = await loadDistrict(TINY_DISTRICT)
  places = new Places(district)
})

const read = (type: string, subject: string, data: object) => readEntry({ stream: type.split('.')[0]!, id: '1764000000000-0', fields: { type, subject, data: JSON.stringify(data) } }, places)
const report = { category: 'environment', severity: 'IV', channel: 'app' }

describe('placeEvent', () => {
  it('[R4] finds the grid of a point', () => {
    expect(read('incident.reported', 'WG-1', { ...report, place: { lng: 105.15, lat: 38.05 } })).toMatchObject({ outcome: 'event', event: { data: { grid: '152921101001002' } } })
    expect(read('patrol.position', 'S00001', { lng: 105.25, lat: 38.05, grid: '152921101001001' })).toMatchObject({ event: { data: { grid: '152921101002001' } } })
    expect(read('patrol.sos', 'S00001', { lng: 105.25, lat: 38.05 })).toMatchObject({ event: { data: { grid: '152921101002001' } } })
  })

  it('[R4] converts GCJ-02 first, and no datum is left', () => {
    // Some 400 m apart here: the raw point lies in the next grid.
    const given = read('incident.reported', 'WG-1', { ...report, place: { lng: 105.1020, lat: 38.05, datum: 'gcj02' } })
    expect(given).toMatchObject({ event: { data: { grid: '152921101001001', place: { lng: expect.closeTo(105.0981, 3), lat: expect.closeTo(38.0494, 3) } } } })
    expect(given).not.toHaveProperty('event.data.place.datum')
    expect(read('patrol.position', 'S00001', { lng: 105.1020, lat: 38.05, datum: 'gcj02' })).not.toHaveProperty('event.data.datum')
  })

  it.each([
    ['incident.reported', { ...report, place: { lng: 38.05, lat: 75 } }, 'data.place'],
    ['incident.reported', { ...report, grid: '152921101001009' }, 'data.grid'],
    ['patrol.position', { lng: 10, lat: 10 }, 'data.lng'],
    ['patrol.entered-grid', { grid: '152921999001001' }, 'data.grid'],
  ])('[R4] rejects %s outside the district', (type, data, path) => {
    expect(read(type, 'X', data)).toMatchObject({ outcome: 'rejected', refusal: { reason: 'outside-district', path } })
  })

  it('[R5] takes a device for the worker who carries it', () => {
    expect(read('patrol.position', 'tracker-3', { lng: 105.05, lat: 38.05 })).toMatchObject({ event: { subject: 'S00003' } })
    expect(read('patrol.position', 'S00003', { lng: 105.05, lat: 38.05 })).toMatchObject({ event: { subject: 'S00003' } })
    expect(read('patrol.position', 'unheard-of', { lng: 105.05, lat: 38.05 })).toMatchObject({ event: { subject: 'unheard-of' } })
  })

  it('[F22] a patrol that starts or ends nowhere does so in the worker’s own grid; of one whom the roster does not know, nowhere', () => {
    const home = district.staff.find(({ id }) => id === 'S00003')!.grid
    for (const type of ['patrol.started', 'patrol.ended']) {
      expect(read(type, 'tracker-3', {})).toMatchObject({ event: { subject: 'S00003', data: { grid: home } } })
      expect(read(type, 'S00003', { grid: '152921101002001' })).toMatchObject({ event: { data: { grid: '152921101002001' } } })
      expect(read(type, 'unheard-of', {})).toMatchObject({ event: { data: {} } })
    }
  })
})
