import type { MapEngine } from '../../../client/map/MapEngine.ts'
import { describe, expect, it, vi } from 'vitest'
import { flatProjection } from '../../../client/map/geo/flatProjection.ts'
import { gridFillLayer } from '../../../client/map/layers/gridFill.ts'
import { isRefusal } from '../../../client/map/engines/isRefusal.ts'
import { openMapboxEngine } from '../../../client/map/engines/openMapboxEngine.ts'
import { demoFacts } from '../../support/demoFacts.ts'
import { colourAt, mapBoxOptions, openMapBox } from '../../support/mapBox.ts'
import { testTheme } from '../../support/testTheme.ts'

// Software WebGL on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

/** A pastoral grid, large enough for a pixel well inside. */
const GRID = demoFacts.grids.findIndex(each => each.properties.code === '152921216200001')
const point = (id: number, lng: number, lat: number) => ({ type: 'Feature' as const, id, properties: {}, geometry: { type: 'Point' as const, coordinates: [lng, lat] } })

describe.each<MapEngine['library']>(['maplibre', 'mapbox'])('engine %s', (library) => {
  it('opens with its style, and projects there and back', async () => {
    using box = await openMapBox(library)
    const { engine, geometry } = box
    expect(engine.library).toBe(library)
    expect(engine.holdings().layers).toEqual(['sky', 'graticule', 'land'])
    const [lng, lat] = geometry.centres[GRID]!
    const back = engine.unproject(engine.project(lng, lat))
    expect([back.lng, back.lat]).toEqual([expect.closeTo(lng, 3), expect.closeTo(lat, 3)])
    const [west, south, east, north] = geometry.bounds
    const corners = [engine.project(west, north), engine.project(east, south)]
    expect(corners[0]!.x).toBeGreaterThanOrEqual(4)
    expect(corners[1]!.y).toBeLessThanOrEqual(416)
  })

  it('projects as a flat projection made of two of its points does', async () => {
    using box = await openMapBox(library)
    const { engine, geometry } = box
    const compare = () => {
      const flat = flatProjection(engine.project)
      for (const [lng, lat] of geometry.centres) {
        const { x, y } = engine.project(lng, lat)
        expect(flat(lng, lat)).toEqual({ x: expect.closeTo(x, 1), y: expect.closeTo(y, 1) })
      }
    }
    compare()
    // As near as any view comes.
    const [lng, lat] = geometry.centres[GRID]!
    engine.fit([lng - 0.0001, lat - 0.0001, lng + 0.0001, lat + 0.0001], { top: 0, right: 0, bottom: 0, left: 0 }, 0)
    expect(engine.zoom()).toBeGreaterThan(15)
    compare()
  })

  it('finds the grid at a pixel, and tells of clicks on it until it is told to stop', async () => {
    using box = await openMapBox(library)
    const { engine, geometry } = box
    gridFillLayer(geometry, testTheme, false).add(engine)
    await engine.idle()
    const at = engine.project(...geometry.centres[GRID]!)
    expect(engine.featuresAt(at, 'grid-fill')).toEqual([GRID])
    expect(engine.featuresAt({ x: 1, y: 1 }, 'grid-fill')).toEqual([])
    expect(engine.featuresAt(at, 'no-such-layer')).toEqual([])

    const clicked: (number | undefined)[] = []
    const stop = engine.onPointer('click', pixel => clicked.push(pixel && engine.featuresAt(pixel, 'grid-fill')[0]))
    const click = () => {
      for (const type of ['mousedown', 'mouseup', 'click'])
        engine.canvas().dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: at.x, clientY: at.y }))
    }
    click()
    expect(clicked).toEqual([GRID])
    stop()
    click()
    expect(clicked).toEqual([GRID])
    expect(engine.holdings().listeners).toBe(0)
  })

  it('tells of double clicks, and when the pointer leaves', async () => {
    using box = await openMapBox(library)
    const { engine } = box
    const heard: unknown[] = []
    engine.onPointer('double', pixel => heard.push(pixel && Math.round(pixel.x)))
    engine.onPointer('move', pixel => heard.push(pixel && Math.round(pixel.x)))
    const send = (type: string) => engine.canvas().dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: 20, clientY: 30 }))
    send('mousemove')
    send('dblclick')
    send('mouseout')
    expect(heard).toEqual([20, 20, undefined])
  })

  it('shows other bounds, and says when it rests there', async () => {
    using box = await openMapBox(library)
    const { engine, geometry } = box
    const before = engine.zoom()
    const rested = new Promise<void>(resolve => engine.onRest(resolve))
    const [lng, lat] = geometry.centres[GRID]!
    engine.fit([lng - 0.1, lat - 0.1, lng + 0.1, lat + 0.1], { top: 0, right: 0, bottom: 0, left: 0 }, 0)
    await rested
    expect(engine.zoom()).toBeGreaterThan(before + 2)
    expect(engine.project(lng, lat)).toEqual({ x: expect.closeTo(150, 0), y: expect.closeTo(210, 0) })
  })

  it('says that its graphics context is lost, and bears calls and its end after that', async () => {
    using box = await openMapBox(library)
    const { engine, geometry } = box
    gridFillLayer(geometry, testTheme, false).add(engine)
    await engine.idle()
    const lost = new Promise<void>(resolve => engine.onLost(resolve))
    engine.canvas().getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext()
    await lost
    engine.setState('ground', 1, { b: 1 })
    engine.show('grid-fill', true)
    expect(engine.featuresAt({ x: 100, y: 100 }, 'grid-fill')).toEqual([])
    await engine.idle()
    engine.remove()
  })

  it('changes a source by what was added, moved and removed', async () => {
    using box = await openMapBox(library)
    const { engine, geometry } = box
    engine.addLiveSource('dots')
    engine.addLayer({ id: 'dots', type: 'circle', source: 'dots', paint: { 'circle-radius': 6 } })
    await engine.idle()
    const [a, b] = [geometry.centres[GRID]!, geometry.centres[0]!]
    engine.changeData('dots', { remove: [], put: [point(1, ...a), point(2, ...b)] })
    await engine.idle()
    expect([a, b].map(at => engine.featuresAt(engine.project(...at), 'dots'))).toEqual([[1], [2]])
    engine.changeData('dots', { remove: [2], put: [point(1, ...b)] })
    await engine.idle()
    expect([a, b].map(at => engine.featuresAt(engine.project(...at), 'dots'))).toEqual([[], [1]])
  })

  it('gives up what it was given, and bears calls after its end', async () => {
    using box = await openMapBox(library)
    const { engine } = box
    const before = engine.holdings()
    engine.addImage('square', new ImageData(8, 8), 1)
    engine.addLiveSource('dots')
    engine.addLayer({ id: 'dots', type: 'circle', source: 'dots' })
    engine.setState('dots', 1, { b: 1 })
    engine.clearState('dots')
    engine.removeLayer('dots')
    engine.removeSource('dots')
    engine.removeImage('square')
    expect(engine.holdings()).toEqual(before)
    engine.remove()
    engine.remove()
    engine.setState('dots', 1, { b: 1 })
    engine.removeLayer('dots')
    engine.resize()
    await engine.idle()
  })
})

describe('a token that mapbox does not take', () => {
  it('is known as refused, at once or when the map stands', async () => {
    using box = mapBoxOptions()
    const engine = await openMapboxEngine(box.options)
    // Without any token Mapbox refuses by itself and asks nobody.
    if (engine) {
      const refused = new Promise<boolean>(resolve => engine.onError((message, status) => isRefusal(message, status) && resolve(true)))
      expect(await refused).toBe(true)
      engine.remove()
    }
    expect(isRefusal('Unauthorized', 401)).toBe(true)
    expect(isRefusal('tiles are away', 404)).toBe(false)
  })
})

describe('pixels of maplibre', () => {
  it('draws sky, land, and a grid in the colour of its feature-state', async () => {
    using box = await openMapBox('maplibre')
    const { engine, geometry } = box
    const at = engine.project(...geometry.centres[GRID]!)
    const fill = gridFillLayer(geometry, testTheme, true)
    fill.add(engine)
    const classes = new Uint8Array(demoFacts.grids.length).fill(1)
    fill.update(classes, 'all')
    await engine.idle()
    expect(colourAt(engine, at)).toBe(testTheme.ramp[1])
    expect(colourAt(engine, { x: 2, y: 200 })).toBe(testTheme.sky)
    classes[GRID] = 4
    fill.update(classes, new Set([GRID]))
    await engine.idle()
    expect(colourAt(engine, at)).toBe(testTheme.ramp[4])
  })

  it('says that a change is painted once it is seen', async () => {
    using box = await openMapBox('maplibre')
    const { engine, geometry } = box
    const fill = gridFillLayer(geometry, testTheme, true)
    fill.add(engine)
    const classes = new Uint8Array(demoFacts.grids.length)
    fill.update(classes, 'all')
    await engine.idle()
    fill.update(classes.with(GRID, 4), new Set([GRID]))
    await engine.painted()
    expect(colourAt(engine, engine.project(...geometry.centres[GRID]!))).toBe(testTheme.ramp[4])
  })
})
