import { describe, expect, it } from 'vitest'
import { callDraft, emptyDraft, eventOf, KINDS, lacking, matterIdOf } from '../../../../client/desk/call/CallDraft.ts'
import { searchPlaces } from '../../../../client/desk/queue/searchPlaces.ts'
import { isPlainId } from '../../../../shared/words/publicId.ts'
import { EVENT_DATA } from '../../../../shared/state/eventTypes.ts'
import { SUBCATEGORIES } from '../../../../shared/words/category/category.ts'
import { demoFacts } from '../../../support/demoFacts.ts'

const ID = '0123456789abcdef0123456789abcdef'
const AT = Date.parse('2026-11-24T23:30:00Z')
const ZONE = 8 * 3_600_000
const GRID = '152921403005002'
const whole = { ...emptyDraft(ID), phone: ' 138 0013 8000 ', title: ' 井盖松动 ', category: 'facility' as const, subcategory: 'manhole-cover' as const, place: { of: 'grid' as const, grid: GRID } }

describe('a call as it is taken down', () => {
  it('says what it lacks, and is lawful once it lacks nothing', () => {
    expect(lacking(emptyDraft(ID))).toEqual(['title', 'category', 'place'])
    expect(lacking(whole)).toEqual([])
    expect(callDraft.parse(whole)).toEqual(whole)
  })

  it('becomes an event with an identity of its own, the same whenever it is sent', () => {
    const event = eventOf(whole, 'seat-1', AT, ZONE) as { data: unknown }
    expect(event).toMatchObject({ type: 'incident.reported', source: 'desk/seat-1', id: ID, subject: 'WG20261125-01234567', actor: 'seat-1', time: '2026-11-24T23:30:00.000Z' })
    expect(EVENT_DATA['incident.reported'].parse(event.data)).toEqual({ category: 'facility', subcategory: 'manhole-cover', severity: 'IV', channel: 'hotline', title: '井盖松动', grid: GRID, reporter: { phone: '138 0013 8000' } })
    expect(eventOf(whole, 'seat-1', AT, ZONE)).toEqual(event)
  })

  it('a point of the map or a building is told as a point', () => {
    const at = { lng: 105.689, lat: 38.841, grid: GRID }
    for (const place of [{ of: 'point' as const, ...at }, { of: 'building' as const, id: 'B1', name: '学苑小区5号楼', ...at }])
      expect(eventOf({ ...whole, place }, 'seat-1', AT, ZONE)).toMatchObject({ data: { place: { lng: 105.689, lat: 38.841 } } })
    expect(eventOf({ ...whole, address: '三单元', place: { of: 'building', id: 'B1', name: '学苑小区5号楼', ...at } }, 'seat-1', AT, ZONE)).toMatchObject({ data: { building: 'B1', placeName: '学苑小区5号楼', address: '三单元' } })
  })

  it('the matter’s id is of the district’s day and may be shown on a wall', () => {
    expect(matterIdOf({ id: ID }, AT, ZONE)).toBe('WG20261125-01234567')
    expect(isPlainId('WG20261125-01234567')).toBe(true)
  })

  it('what can be chosen are all categories, each with its own subcategories', () => {
    expect(KINDS).toHaveLength(8 + Object.values(SUBCATEGORIES).flat().length)
    expect(KINDS.slice(0, 2)).toEqual([{ category: 'dispute' }, { category: 'dispute', subcategory: 'neighbour-dispute' }])
  })
})

describe('where it is', () => {
  const building = (id: string, zh: string, en: string) => ({ type: 'Feature' as const, properties: { id, grid: GRID, names: { zh, en }, households: 4 }, geometry: { type: 'Point' as const, coordinates: [105.7, 38.8] as [number, number] } })
  const facts = { ...demoFacts, buildings: [building('B1', '学苑小区5号楼', 'Xueyuan building 5'), building('B2', '学苑小区15号楼', 'Xueyuan building 15')] }
  const found = (typed: string) => searchPlaces(facts, typed).places.map(({ zh }) => zh)

  it('is found by parts of a name in any order, in either language', () => {
    expect(found('学苑 5号')).toEqual(['学苑小区5号楼', '学苑小区15号楼'])
    expect(found('BUILDING 15')).toEqual(['学苑小区15号楼'])
    expect(found('学苑东社区02')).toEqual(['学苑东社区02格', '学苑小区5号楼', '学苑小区15号楼'])
  })

  it('[C29] those of one name are told apart: by street or community typed, by how many more there are, and where the caller called from before stands first', () => {
    const OTHER = '152921402001001'
    const at = (id: string, grid: string, lng: number) => ({ ...building(id, '胡杨苑8号楼', 'Huyangyuan 8'), properties: { id, grid, names: { zh: '胡杨苑8号楼', en: 'Huyangyuan 8' }, households: 9 }, geometry: { type: 'Point' as const, coordinates: [lng, 38.8] as [number, number] } })
    const many = { ...demoFacts, buildings: [...Array.from({ length: 9 }, (_, i) => at(`B${i}`, GRID, 105.7 + i / 1000)), at('B9', OTHER, 105.6)] }
    expect(searchPlaces(many, '胡杨苑8号楼')).toMatchObject({ more: 3, sameName: 3 })
    expect(searchPlaces(many, '胡杨苑8号楼', new Set(['B9'])).places[0]).toMatchObject({ place: { id: 'B9', name: '胡杨苑8号楼' }, households: 9 })
    const town = demoFacts.regions.find(({ code }) => code === OTHER.slice(0, 9))!.names.zh
    expect(searchPlaces(many, `胡杨苑8号楼 ${town}`)).toMatchObject({ places: [{ place: { id: 'B9' } }], more: 0 })
  })

  it('is found by the digits of a grid’s code', () => {
    expect(searchPlaces(facts, GRID).places).toMatchObject([{ place: { of: 'grid', grid: GRID } }])
    expect(searchPlaces(facts, '403005002').places.map(({ place }) => place.grid)).toEqual([GRID])
  })

  it('nothing typed finds nothing, and much is cut short', () => {
    expect(found('  ')).toEqual([])
    expect(found('格')).toHaveLength(7)
    expect(searchPlaces(facts, '格').more).toBeGreaterThan(100)
  })
})
