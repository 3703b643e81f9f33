import type { MapLayer } from '../../../../client/map/MapLayer.ts'
import { describe, expect, it, vi } from 'vitest'
import { bordersLayer } from '../../../../client/map/layers/borders.ts'
import { gridFillLayer } from '../../../../client/map/layers/gridFill.ts'
import { gridFocusLayer } from '../../../../client/map/layers/gridFocus.ts'
import { gridMarksLayer } from '../../../../client/map/layers/gridMarks.ts'
import { regionDimLayer } from '../../../../client/map/layers/regionDim.ts'
import { trailsLayer } from '../../../../client/map/layers/trails.ts'
import { demoFacts } from '../../../support/demoFacts.ts'
import { FakeTimers } from '../../../support/FakeTimers.ts'
import { colourAt, openMapBox } from '../../../support/mapBox.ts'
import { testTheme } from '../../../support/testTheme.ts'

// Software WebGL on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

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
    const trails = trailsLayer(testTheme, new FakeTimers())
    const dim = regionDimLayer(geometry, codes, testTheme)
    const layers: Pick<MapLayer<never>, 'add' | 'remove'>[] = [fill, marks, borders, dim, focus, trails]
    const [lng, lat] = geometry.centres[GRID]!
    for (let round = 0; round < 2; round++) {
      for (const layer of layers)
        layer.add(engine)
      fill.update(classes, 'all')
      marks.update(classes.length ? [...classes].map(() => 'absent' as const) : [], 'all')
      focus.update({ hovered: GRID, selected: GRID }, 'all')
      dim.update('152921402', 'all')
      trails.update({ workers: ['~a'], of: () => [{ lng: lng - 1, lat }, { lng, lat }] }, 'all')
      await engine.idle()
      expect(engine.holdings().layers.length).toBeGreaterThan(12)
      for (const layer of [...layers].reverse())
        layer.remove()
      expect(engine.holdings()).toEqual(before)
    }
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
