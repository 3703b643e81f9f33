import type { MapLayer } from '../../../../client/map/MapLayer.ts'
import { describe, expect, it, vi } from 'vitest'
import { boundsOf } from '../../../../client/map/geo/boundsOf.ts'
import { bordersLayer } from '../../../../client/map/layers/borders.ts'
import { gridFillLayer } from '../../../../client/map/layers/gridFill.ts'
import { gridFocusLayer } from '../../../../client/map/layers/gridFocus.ts'
import { gridMarksLayer } from '../../../../client/map/layers/gridMarks.ts'
import { incidentsLayer } from '../../../../client/map/layers/incidents.ts'
import { labelsLayer } from '../../../../client/map/layers/labels.ts'
import { patrolsLayer } from '../../../../client/map/layers/patrols.ts'
import { regionDimLayer } from '../../../../client/map/layers/regionDim.ts'
import { trailsLayer } from '../../../../client/map/layers/trails.ts'
import { createRegionLabels } from '../../../../client/map/regionLabels.ts'
import { demoFacts } from '../../../support/demoFacts.ts'
import { FakeTimers } from '../../../support/FakeTimers.ts'
import { colourAt, openMapBox } from '../../../support/mapBox.ts'
import { testTheme } from '../../../support/testTheme.ts'

// Software WebGL on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

const PATROLS = { dense: false, glide: true, oldMs: 60_000 }
const codes = new Map(demoFacts.grids.map(({ properties }, id) => [id, properties.code]))
const GRID = demoFacts.grids.findIndex(each => each.properties.code === '152921216200001')

describe('layers', () => {
  it('leave nothing behind, and may be added again', async () => {
    using box = await openMapBox('maplibre')
    const { engine, geometry } = box
    const before = engine.holdings()
    const classes = new Uint8Array(demoFacts.grids.length)
    const fill = gridFillLayer(geometry, testTheme, false)
    const marks = gridMarksLayer(geometry, testTheme, false)
    const borders = bordersLayer(testTheme, false)
    const focus = gridFocusLayer(geometry, testTheme)
    const patrols = patrolsLayer(testTheme, PATROLS)
    const trails = trailsLayer(testTheme, new FakeTimers())
    const dim = regionDimLayer(geometry, codes, testTheme)
    const incidents = incidentsLayer(testTheme, 24)
    const labels = labelsLayer(testTheme, false)
    const layers: Pick<MapLayer<never>, 'add' | 'remove'>[] = [fill, marks, borders, dim, focus, trails, patrols, incidents, labels, incidents.grave]
    const [lng, lat] = geometry.centres[GRID]!
    for (let round = 0; round < 2; round++) {
      for (const layer of layers)
        layer.add(engine)
      fill.update(classes, 'all')
      marks.update(classes.length ? [...classes].map(() => 'nobody' as const) : [], 'all')
      expect(marks.isBreathing()).toBe(true)
      marks.breathe(0.5)
      focus.update({ hovered: GRID, selected: GRID }, 'all')
      dim.update('152921402', 'all')
      patrols.update(new Map([['~a', fix(lng, lat)]]), 'all')
      patrols.age(2_000_000)
      trails.update({ workers: ['~a'], of: () => [{ lng: lng - 1, lat }, { lng, lat }] }, 'all')
      incidents.update([{ id: 'WG-1', severity: 'I', lng, lat, out: false }], 'all')
      labels.update({ labels: createRegionLabels(demoFacts, false)(demoFacts.code), name: code => code }, 'all')
      await engine.idle()
      expect(engine.holdings().layers.length).toBeGreaterThan(16)
      for (const layer of [...layers].reverse())
        layer.remove()
      expect(engine.holdings()).toEqual(before)
    }
  })

  it('draw a matter in the colour of its severity, and take it away when it is closed', async () => {
    using box = await openMapBox('maplibre')
    const { engine, geometry } = box
    const [lng, lat] = geometry.centres[GRID]!
    const layer = incidentsLayer(testTheme, 24)
    layer.add(engine)
    layer.grave.add(engine)
    layer.update([{ id: 'WG-1', severity: 'I', lng, lat, out: false }, { id: 'WG-2', severity: 'IV', lng: lng + 0.2, lat, out: false }], 'all')
    await engine.idle()
    expect(colourAt(engine, engine.project(lng, lat))).toBe(testTheme.severity.I)
    expect(engine.featuresAt(engine.project(lng + 0.2, lat), 'minor')).toHaveLength(1)
    layer.update([], 'all')
    await engine.idle()
    expect(colourAt(engine, engine.project(lng, lat))).toBe(testTheme.ramp[0])
  })

  it('let a dot glide to where it was reported, and rest there', async () => {
    using box = await openMapBox('maplibre')
    const { engine, geometry } = box
    const [lng, lat] = geometry.centres[GRID]!
    const layer = patrolsLayer(testTheme, PATROLS)
    layer.add(engine)
    layer.update(new Map([['~a', fix(lng, lat)]]), 'all')
    layer.update(new Map([['~a', fix(lng + 0.4, lat)]]), new Set(['~a']))
    expect(layer.step(1000)).toBe(true)
    expect(layer.step(3500)).toBe(true)
    await engine.idle()
    expect(engine.featuresAt(engine.project(lng + 0.2, lat), 'patrols')).toEqual([0])
    expect(layer.step(6000)).toBe(false)
    await engine.idle()
    expect(engine.featuresAt(engine.project(lng + 0.4, lat), 'patrols')).toEqual([0])
    layer.update(new Map(), new Set(['~a']))
    await engine.idle()
    expect(engine.featuresAt(engine.project(lng + 0.4, lat), 'patrols')).toEqual([])
  })

  it('hollow a dot that was not heard for too long, and fill it when it is heard again', async () => {
    using box = await openMapBox('maplibre')
    const { engine, geometry } = box
    const [lng, lat] = geometry.centres[GRID]!
    const layer = patrolsLayer(testTheme, PATROLS)
    const drawn = async () => {
      await engine.idle()
      return colourAt(engine, engine.project(lng, lat))
    }
    layer.add(engine)
    layer.update(new Map([['~a', fix(lng, lat, 1000)]]), 'all')
    layer.age(2000)
    expect(await drawn()).toBe(testTheme.acc)
    layer.age(62_000)
    expect(await drawn()).toBe(testTheme.sky)
    layer.update(new Map([['~a', fix(lng, lat, 61_500)]]), new Set(['~a']))
    expect(await drawn()).toBe(testTheme.acc)
    expect(layer.workerOf(engine.featuresAt(engine.project(lng, lat), 'patrols')[0]!)).toBe('~a')
  })

  it('leave a tail that fades away from its dot, lets it grow at the dots’ pace, and take it away with the worker', async () => {
    using box = await openMapBox('maplibre')
    const { engine, geometry } = box
    const [lng, lat] = geometry.centres[GRID]!
    const timers = new FakeTimers()
    const layer = trailsLayer(testTheme, timers)
    const trail = [{ lng: lng - 1, lat }, { lng: lng - 0.4, lat }]
    const tell = (touched: ReadonlySet<string> | 'all') => layer.update({ workers: ['~a'], of: () => trail }, touched)
    const drawnAt = async (east: number) => {
      await engine.idle()
      return engine.featuresAt(engine.project(lng + east, lat), 'trails').length
    }
    layer.add(engine)
    tell('all')
    expect([await drawnAt(-0.7), await drawnAt(-0.2)]).toEqual([1, 0])
    trail.push({ lng, lat })
    tell(new Set(['~a']))
    expect(await drawnAt(-0.2)).toBe(1)
    trail.push({ lng: lng + 0.4, lat })
    tell(new Set(['~a']))
    expect(await drawnAt(0.2)).toBe(0)
    timers.advance(5000)
    expect(await drawnAt(0.2)).toBe(1)
    trail.length = 0
    tell(new Set(['~a']))
    expect(await drawnAt(0.2)).toBe(0)
  })

  it.each(['152921', '152921112', '152921403'])('name the parts of %s so that no name lies over another, nor over a grave matter', async (region) => {
    using box = await openMapBox('maplibre')
    const { engine } = box
    const within = demoFacts.grids.filter(({ properties }) => properties.code.startsWith(region)).map(({ geometry }) => geometry)
    engine.fit(boundsOf(within), { top: 10, right: 10, bottom: 10, left: 10 }, 0)
    const labels = labelsLayer(testTheme, false)
    const incidents = incidentsLayer(testTheme, 24)
    incidents.add(engine)
    labels.add(engine)
    incidents.grave.add(engine)
    const named = createRegionLabels(demoFacts, false)(region)
    labels.update({ labels: named, name: code => demoFacts.regions.find(each => each.code === code)?.names.zh ?? '联合1格' }, 'all')
    // A grave matter in the very place of each third name.
    incidents.update(named.filter((_, index) => index % 3 === 0).map(({ code, at: [lng, lat] }) => ({ id: code, severity: 'II', lng, lat, out: false })), 'all')
    await engine.idle()
    const seen = new Set<number>()
    for (let x = 2; x < 300; x += 4) {
      for (let y = 2; y < 420; y += 4) {
        const names = engine.featuresAt({ x, y }, 'labels')
        expect(names.length + Math.min(1, engine.featuresAt({ x, y }, 'grave').length)).toBeLessThanOrEqual(1)
        names.forEach(each => seen.add(each))
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(4)
  })

  it('dim what lies outside the chosen region, and nothing else', async () => {
    using box = await openMapBox('maplibre')
    const { engine, geometry } = box
    const fill = gridFillLayer(geometry, testTheme, true)
    const dim = regionDimLayer(geometry, codes, testTheme)
    fill.add(engine)
    dim.add(engine)
    fill.update(new Uint8Array(demoFacts.grids.length).fill(4), 'all')
    const drawn = async (region: string) => {
      dim.update(region, 'all')
      await engine.idle()
      return colourAt(engine, engine.project(...geometry.centres[GRID]!))
    }
    expect(await drawn('152921216')).toBe(testTheme.ramp[4])
    expect(Number.parseInt((await drawn('152921402')).slice(1, 3), 16)).toBeCloseTo(0.45 * 0x87 + 0.55 * 0x0b, -1)
    expect(await drawn('152921')).toBe(testTheme.ramp[4])
  })
})

function fix(lng: number, lat: number, at = 1000) {
  return { worker: '~a', lng, lat, at, out: false }
}
