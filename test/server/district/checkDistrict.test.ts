import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDistrict } from '../../../server/district/checkDistrict.ts'
import { DISTRICT_FILES } from '../../../server/district/DistrictFault.ts'
import { demoFiles, gridOf } from './demoFiles.ts'
import type { SpoilableFiles } from './demoFiles.ts'

const URBAN = '152921403005002'
const PASTORAL = '152921112200001'

interface Spoiled { does: string, spoil: (files: SpoilableFiles) => void, file: string, code: string, reason: RegExp }

const TABLE: Spoiled[] = [
  { does: 'a grid code of 14 digits', spoil: files => gridOf(files, URBAN).properties.code = '15292140300500', file: 'grids.geojson', code: '15292140300500', reason: /bad code.*15 digits/ },
  { does: 'a grid code with a letter', spoil: files => gridOf(files, URBAN).properties.code = '15292140300500X', file: 'grids.geojson', code: '15292140300500X', reason: /bad code/ },
  { does: 'a grid code that is a number', spoil: files => Object.assign(gridOf(files, URBAN).properties, { code: 152921403005002 }), file: 'grids.geojson', code: '-', reason: /properties\.code.*string/ },
  { does: 'a grid code of another county', spoil: files => gridOf(files, URBAN).properties.code = '152922403005002', file: 'grids.geojson', code: '152922403005002', reason: /does not begin with.*152921/ },
  { does: 'a code used twice', spoil: files => gridOf(files, URBAN).properties.code = '152921403005001', file: 'grids.geojson', code: '152921403005001', reason: /duplicate code/ },
  { does: 'a missing community', spoil: files => remove(files['regions.json'].regions, region => region.code === '152921403005'), file: 'grids.geojson', code: URBAN, reason: /missing parent.*152921403005/ },
  { does: 'a missing town', spoil: files => remove(files['regions.json'].regions, region => region.code === '152921403'), file: 'regions.json', code: '152921403005', reason: /missing parent.*152921403/ },
  { does: 'an unclosed ring', spoil: files => gridOf(files, URBAN).geometry.coordinates[0]?.pop(), file: 'grids.geojson', code: URBAN, reason: /unclosed ring/ },
  { does: 'a polygon that crosses itself', spoil: files => swapCorners(gridOf(files, PASTORAL).geometry.coordinates[0] ?? []), file: 'grids.geojson', code: PASTORAL, reason: /crosses itself near/ },
  { does: 'a bow tie through one corner', spoil: files => gridOf(files, URBAN).geometry.coordinates = [[[105.1, 38], [105.2, 38.1], [105.3, 38.2], [105.3, 38], [105.2, 38.1], [105.1, 38.2], [105.1, 38]]], file: 'grids.geojson', code: URBAN, reason: /crosses itself/ },
  { does: 'a ring of three points', spoil: files => gridOf(files, URBAN).geometry.coordinates[0]?.splice(3), file: 'grids.geojson', code: URBAN, reason: /3 points/ },
  { does: 'a grid that reaches into its neighbour', spoil: files => shift(gridOf(files, URBAN), 0.001), file: 'grids.geojson', code: URBAN, reason: /overlaps grid 15292140300/ },
  { does: 'one grid drawn twice', spoil: files => gridOf(files, URBAN).geometry = structuredClone(gridOf(files, '152921403005001').geometry), file: 'grids.geojson', code: '152921403005001', reason: new RegExp(`overlaps grid ${URBAN}`) },
  { does: 'a grid far outside its parent', spoil: files => shift(gridOf(files, URBAN), -0.3), file: 'grids.geojson', code: URBAN, reason: /outside its parent 学苑东社区 \(152921403005\)/ },
  { does: 'a grid whose code names another town', spoil: files => gridOf(files, URBAN).properties.code = '152921112200009', file: 'grids.geojson', code: '152921112200009', reason: /outside its parent 吉兰泰镇/ },
  { does: 'a grid left out in the middle', spoil: files => remove(files['grids.geojson'].features, grid => grid.properties.code === PASTORAL), file: 'grids.geojson', code: '152921112', reason: /gap of \d+\.\d+ km²/ },
  { does: 'a grid left out on the border', spoil: files => remove(files['grids.geojson'].features, grid => grid.properties.kind === 'pastoral' && grid.properties.code.startsWith('152921216')), file: 'grids.geojson', code: '1529', reason: /gap of \d+\.\d+ km²/ },
  { does: 'a grid drawn a metre short', spoil: files => moveCorner(gridOf(files, PASTORAL).geometry.coordinates[0] ?? []), file: 'grids.geojson', code: '152921', reason: /gap of|overlaps/ },
  { does: 'swapped axes', spoil: files => swapAxes(gridOf(files, PASTORAL).geometry.coordinates), file: 'grids.geojson', code: PASTORAL, reason: /axes swapped/ },
  { does: 'a grid without a name', spoil: files => Object.assign(gridOf(files, URBAN).properties, { names: {} }), file: 'grids.geojson', code: URBAN, reason: /names\.zh/ },
  { does: 'a member that does not exist', spoil: files => gridOf(files, PASTORAL).properties.members.push('152921112999'), file: 'grids.geojson', code: PASTORAL, reason: /member 152921112999/ },
  { does: 'a gacha joined twice', spoil: files => gridOf(files, PASTORAL).properties.members.push('152921112210'), file: 'grids.geojson', code: PASTORAL, reason: /joined by another/ },
  { does: 'a seat with swapped axes', spoil: files => files['regions.json'].regions[0]?.seat?.reverse(), file: 'regions.json', code: '152921', reason: /axes swapped/ },
  { does: 'a building outside its grid', spoil: files => (files['buildings.geojson'].features[0] ?? fail()).geometry.coordinates[0] -= 1, file: 'buildings.geojson', code: '152921102001001', reason: /outside its grid/ },
  { does: 'a building in no grid', spoil: files => (files['buildings.geojson'].features[0] ?? fail()).properties.grid = '152921102001099', file: 'buildings.geojson', code: '152921102001099', reason: /does not exist/ },
  { does: 'a building with swapped axes', spoil: files => files['buildings.geojson'].features[0]?.geometry.coordinates.reverse(), file: 'buildings.geojson', code: '152921102001001', reason: /axes swapped/ },
  { does: 'an organisation without its parent', spoil: files => (files['organisations.json'].organisations.at(-1) ?? fail()).parent = 'O9999', file: 'organisations.json', code: '152921405004004', reason: /missing parent O9999/ },
  { does: 'an organisation of no place', spoil: files => (files['organisations.json'].organisations[0] ?? fail()).region = '152921999', file: 'organisations.json', code: '152921999', reason: /does not exist/ },
  { does: 'a branch above a branch', spoil: files => (files['organisations.json'].organisations.at(-1) ?? fail()).parent = files['organisations.json'].organisations.at(-2)?.id ?? '', file: 'organisations.json', code: '152921405004004', reason: /cannot stand under/ },
  { does: 'a worker in no grid', spoil: files => (files['staff.json'].staff[0] ?? fail()).grid = '152921102001099', file: 'staff.json', code: '152921102001099', reason: /does not exist/ },
  { does: 'a device carried by two', spoil: files => (files['staff.json'].staff[0] ?? fail()).device = files['staff.json'].staff[1]?.device ?? '', file: 'staff.json', code: '152921102001001', reason: /duplicate device tracker-/ },
  { does: 'a post that is none', spoil: files => (files['staff.json'].staff[0] ?? fail()).post = 'king', file: 'staff.json', code: 'S00001', reason: /post/ },
  { does: 'a limit left out', spoil: files => files['limits.json'].limits.pop(), file: 'limits.json', code: 'IV banner settle', reason: /no limit/ },
  { does: 'a limit that is no duration', spoil: files => (files['limits.json'].limits[0] ?? fail()).limit = '20 min', file: 'limits.json', code: '-', reason: /ISO 8601/ },
  { does: 'a time zone with summer time', spoil: files => files['district.json'].timeZone = 'Europe/Berlin', file: 'district.json', code: '-', reason: /Europe\/Berlin is UTC\+01:00 in January 2026 but UTC\+02:00 on 2025-04-/ },
  { does: 'a time zone whose offset changes for a month', spoil: files => files['district.json'].timeZone = 'Africa/Casablanca', file: 'district.json', code: '-', reason: /only zones with one offset/ },
  { does: 'a time zone that is none', spoil: files => files['district.json'].timeZone = 'Asia/Bayanhot', file: 'district.json', code: '-', reason: /IANA/ },
  { does: 'an inset of no division', spoil: files => files['district.json'].map.inset.regions.push('152921499'), file: 'district.json', code: '152921499', reason: /inset/ },
  { does: 'a day both free and worked', spoil: files => files['calendar.json'].makeUpDays.push('2026-10-01'), file: 'calendar.json', code: '-', reason: /2026-10-01/ },
  { does: 'a net of no grids', spoil: files => files['grids.geojson'].features = [], file: 'grids.geojson', code: '-', reason: /features/ },
  { does: 'a file of another type', spoil: files => Object.assign(files['buildings.geojson'], { type: 'Topology' }), file: 'buildings.geojson', code: '-', reason: /FeatureCollection/ },
  { does: 'a list that is none', spoil: files => Object.assign(files, { 'staff.json': [] }), file: 'staff.json', code: '-', reason: /the content/ },
]

describe('checkDistrict', () => {
  it('finds nothing in the demo district', () => {
    expect(checkDistrict(demoFiles())).toEqual([])
  })

  it.each(TABLE)('finds $does', ({ spoil, file, code, reason }) => {
    const files = demoFiles()
    spoil(files)
    const faults = checkDistrict(files)
    expect(faults.filter(fault => fault.file === file && fault.code.startsWith(code) && reason.test(fault.reason)), JSON.stringify(faults.slice(0, 10), null, 1)).not.toEqual([])
  })

  it('[R26] takes a time zone with one offset over the years of the log alone', () => {
    const faults = (timeZone: string) => {
      const files = demoFiles()
      files['district.json'].timeZone = timeZone
      return checkDistrict(files).map(({ path }) => path)
    }
    for (const zone of ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Kolkata', 'UTC'])
      expect([zone, faults(zone)]).toEqual([zone, []])
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca'])
      expect([zone, faults(zone)]).toEqual([zone, ['timeZone']])
  })

  it('names a fault of one kind without dragging its neighbours in', () => {
    for (const does of ['an unclosed ring', 'swapped axes', 'a grid without a name', 'a building outside its grid', 'a polygon that crosses itself']) {
      const files = demoFiles()
      TABLE.find(row => row.does === does)?.spoil(files)
      const codes = new Set(checkDistrict(files).filter(fault => fault.file === 'grids.geojson' && !fault.reason.startsWith('gap')).map(fault => fault.code))
      expect(codes.size, does).toBeLessThanOrEqual(1)
    }
  })

  it('finds all faults of all files at once', () => {
    const files = demoFiles()
    const rows = ['an unclosed ring', 'swapped axes', 'a missing community', 'a device carried by two', 'a limit left out', 'a building outside its grid', 'an organisation without its parent', 'a day both free and worked']
      .map(does => TABLE.find(row => row.does === does) ?? fail())
    rows.forEach(row => row.spoil(files))
    const faults = checkDistrict(files)
    for (const { does, file, reason } of rows)
      expect(faults.some(fault => fault.file === file && reason.test(fault.reason)), does).toBe(true)
  })

  it('accepts neighbours that meet edge to edge without sharing every corner', () => {
    const files = demoFiles()
    const ring = gridOf(files, URBAN).geometry.coordinates[0] ?? fail()
    const [a, b] = [ring[0] ?? fail(), ring[1] ?? fail()]
    ring.splice(1, 0, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
    expect(checkDistrict(files)).toEqual([])
  })

  it('never throws, whatever the files hold', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...DISTRICT_FILES), fc.json().map(text => JSON.parse(text) as unknown)), (files) => {
      expect(Array.isArray(checkDistrict(files))).toBe(true)
    }))
    const demo = demoFiles()['grids.geojson']
    const position = fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }))
    fc.assert(fc.property(fc.array(fc.array(position, { maxLength: 8 }), { maxLength: 3 }), (coordinates) => {
      const features = [{ ...demo.features[0], geometry: { type: 'Polygon', coordinates } }, ...demo.features.slice(1, 4)]
      expect(checkDistrict({ 'grids.geojson': { ...demo, features } }).length).toBeGreaterThan(0)
    }))
  })
})

function remove<T>(list: T[], which: (item: T) => boolean): void {
  list.splice(list.findIndex(which), 1)
}

function shift(grid: ReturnType<typeof gridOf>, degrees: number): void {
  grid.geometry.coordinates.flat().forEach(point => point[0] += degrees)
}

function swapCorners(ring: [number, number][]): void {
  [ring[2], ring[9]] = [ring[9] ?? fail(), ring[2] ?? fail()]
}

function moveCorner(ring: [number, number][]): void {
  (ring[5] ?? fail())[0] += 0.00001
}

function swapAxes(rings: [number, number][][]): void {
  rings.flat().forEach(point => point.reverse())
}

function fail(): never {
  throw new Error('the demo district has changed: this row needs another place')
}
