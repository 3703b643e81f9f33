import type { MapLayer } from '../../../../client/map/MapLayer.ts'
import { describe, expect, it, vi } from 'vitest'
import { bordersLayer } from '../../../../client/map/layers/borders.ts'
import { gridFillLayer } from '../../../../client/map/layers/gridFill.ts'
import { gridFocusLayer } from '../../../../client/map/layers/gridFocus.ts'
import { gridMarksLayer } from '../../../../client/map/layers/gridMarks.ts'
import { incidentsLayer } from '../../../../client/map/layers/incidents.ts'
import { labelsLayer } from '../../../../client/map/layers/labels.ts'
import { patrolsLayer } from '../../../../client/map/layers/patrols.ts'
import { demoFacts } from '../../../support/demoFacts.ts'
import { colourAt, openMapBox } from '../../../support/mapBox.ts'
import { testTheme } from '../../../support/testTheme.ts'

// Software WebGL on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

const GRID = demoFacts.grids.findIndex(each => each.properties.code === '152921216200001')

describe('layers', () => {
  it('leave nothing behind, and may be added again', async () => {
    using box = await openMapBox('maplibre')
    const { engine, geometry } = box
    const before = engine.holdings()
    const classes = new Uint8Array(demoFacts.grids.length)
    const fill = gridFillLayer(geometry, testTheme, false)
    const marks = gridMarksLayer(testTheme, false)
    const borders = bordersLayer(geometry, testTheme, false)
    const focus = gridFocusLayer(testTheme)
    const patrols = patrolsLayer(testTheme, false, true)
    const incidents = incidentsLayer('grave', ['I', 'II'], testTheme, 24)
    const labels = labelsLayer(geometry, testTheme, false)
    const layers: Pick<MapLayer<never>, 'add' | 'remove'>[] = [fill, marks, borders, focus, patrols, incidents, labels]
    const [lng, lat] = geometry.centres[GRID]!
    for (let round = 0; round < 2; round++) {
      for (const layer of layers)
        layer.add(engine)
      fill.update(classes, 'all')
      marks.update(classes.length ? [...classes].map(() => 'nobody' as const) : [], 'all')
      focus.update({ hovered: GRID, selected: GRID }, 'all')
      patrols.update(new Map([['~a', { worker: '~a', lng, lat }]]), 'all')
      incidents.update([{ id: 'WG-1', severity: 'I', lng, lat }], 'all')
      labels.update(code => code, 'all')
      await engine.idle()
      expect(engine.holdings().layers.length).toBeGreaterThan(12)
      for (const layer of [...layers].reverse())
        layer.remove()
      expect(engine.holdings()).toEqual(before)
    }
  })

  it('draw a matter in the colour of its severity, and take it away when it is closed', async () => {
    using box = await openMapBox('maplibre')
    const { engine, geometry } = box
    const [lng, lat] = geometry.centres[GRID]!
    const layer = incidentsLayer('grave', ['I', 'II'], testTheme, 24)
    layer.add(engine)
    layer.update([{ id: 'WG-1', severity: 'I', lng, lat }, { id: 'WG-2', severity: 'IV', lng: lng + 0.2, lat }], 'all')
    await engine.idle()
    expect(colourAt(engine, engine.project(lng, lat))).toBe(testTheme.severity.I)
    layer.update([], 'all')
    await engine.idle()
    expect(colourAt(engine, engine.project(lng, lat))).toBe(testTheme.ramp[0])
  })

  it('let a dot glide to where it was reported, and rest there', async () => {
    using box = await openMapBox('maplibre')
    const { engine, geometry } = box
    const [lng, lat] = geometry.centres[GRID]!
    const layer = patrolsLayer(testTheme, false, true)
    layer.add(engine)
    layer.update(new Map([['~a', { worker: '~a', lng, lat }]]), 'all')
    layer.update(new Map([['~a', { worker: '~a', lng: lng + 0.4, lat }]]), new Set(['~a']))
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
})
