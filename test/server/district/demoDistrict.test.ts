import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import area from '@turf/area'
import { describe, expect, it } from 'vitest'
import { makeDemo } from '../../../server/district/demo/make/makeDemo.ts'
import { signedArea } from '../../../server/district/geometry/Rings.ts'
import { loadDistrict } from '../../../server/district/loadDistrict.ts'
import { DEMO_DIR } from './demoFiles.ts'

const SOURCE = fileURLToPath(new URL('../../../server/district/demo/source', import.meta.url))
const district = await loadDistrict(DEMO_DIR)
const codes = district.grids.map(grid => grid.properties.code)

function outerRings() {
  return district.grids.map(({ geometry }) => geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat())
}

describe('demo district', () => {
  it('is what its generator makes, byte for byte', async () => {
    for (const [name, text] of await makeDemo(SOURCE))
      expect(await readFile(join(DEMO_DIR, name), 'utf8') === text, `${name} is not what npm run district:make writes`).toBe(true)
  }, 180_000)

  it('has exactly 147 grids of the three kinds, sorted by code', () => {
    const count = (kind: string) => district.grids.filter(grid => grid.properties.kind === kind).length
    expect([count('urban'), count('town'), count('pastoral'), codes.length]).toEqual([84, 13, 50, 147])
    expect(codes).toEqual([...new Set(codes)].sort())
    expect(codes.every(code => /^152921\d{9}$/.test(code))).toBe(true)
  })

  it('joins all 137 gachas, each in one grid, and carries the code of one of them', () => {
    const members = district.grids.flatMap(grid => grid.properties.members)
    const gachas = district.regions.filter(region => region.kind === 'gacha').map(region => region.code)
    expect(members.sort()).toEqual(gachas.sort())
    for (const { properties: { kind, code, members: own } } of district.grids)
      expect(own.includes(code.slice(0, 12))).toBe(kind === 'pastoral')
  })

  it('fills the outline: every edge is shared by two grids or lies on the outline, and the areas add up', async () => {
    const outline = JSON.parse(await readFile(join(SOURCE, 'outline-152921.geojson'), 'utf8')) as { features: [{ geometry: { coordinates: [[number, number][]] } }] }
    const ring = outline.features[0].geometry.coordinates[0]
    const uses = new Map<string, number>()
    for (const polygon of outerRings()) {
      for (const own of polygon) {
        own.slice(1).forEach((to, i) => {
          const ends = [String(own[i]), String(to)].sort().join(' ')
          uses.set(ends, (uses.get(ends) ?? 0) + 1)
        })
      }
    }
    const single = [...uses].filter(([, times]) => times === 1).flatMap(([ends]) => ends.split(' '))
    expect([...uses.values()].every(times => times === 1 || times === 2)).toBe(true)
    const off = single.map(point => distanceTo(ring, point.split(',').map(Number)))
    expect(Math.max(...off)).toBeLessThan(2e-6)
    const sum = outerRings().flat().reduce((total, own) => total + signedArea(own), 0)
    expect(sum / signedArea(ring)).toBeCloseTo(1, 6)
  })

  it('has believable areas: 0.1 to 0.8 km² in town, 400 to 9,000 km² in pasture', () => {
    for (const { properties: { kind, code }, geometry } of district.grids) {
      const km2 = area(geometry) / 1e6
      const [least, most] = { urban: [0.1, 0.8], town: [1, 20], pastoral: [400, 9000] }[kind] as [number, number]
      expect(km2, code).toBeGreaterThan(least)
      expect(km2, code).toBeLessThan(most)
    }
  })

  it('has about 204,000 people, all of their households in buildings', () => {
    expect(district.grids.reduce((sum, grid) => sum + grid.properties.residents, 0)).toBe(204_000)
    for (const { properties: { code, households } } of district.grids)
      expect(district.buildings.filter(building => building.properties.grid === code).reduce((sum, building) => sum + building.properties.households, 0)).toBe(households)
  })

  it('has the staff chain and the organisation chain for every grid', () => {
    const byId = new Map(district.organisations.map(each => [each.id, each]))
    for (const { properties: { code, kind } } of district.grids) {
      const own = district.staff.filter(person => person.grid === code)
      const posts = new Set(own.map(person => person.post))
      expect([...posts].sort()).toEqual(['gridLeader', 'gridWorker', kind === 'pastoral' ? 'centreHousehold' : 'buildingHead', 'volunteer'].sort())
      expect(own.filter(person => person.post === 'gridWorker').every(person => person.device !== undefined && person.shifts.length > 0)).toBe(true)
      const branch = district.organisations.find(each => each.region === code)
      const committee = byId.get(branch?.parent ?? '')
      expect([branch?.kind, committee?.kind, committee?.region, byId.get(committee?.parent ?? '')?.region]).toEqual(['partyBranch', 'communityCommittee', code.slice(0, 12), code.slice(0, 9)])
    }
  })
})

function distanceTo(ring: [number, number][], [x = 0, y = 0]: number[]): number {
  return Math.min(...ring.slice(1).map((b, i) => {
    const [ax, ay] = ring[i] ?? b
    const [dx, dy] = [b[0] - ax, b[1] - ay]
    const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
    return Math.hypot(ax + along * dx - x, ay + along * dy - y)
  }))
}
