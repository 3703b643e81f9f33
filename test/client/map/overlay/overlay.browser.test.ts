import type { Cover } from '../../../../shared/indicators/cover/onDutyCover.ts'
import { describe, expect, it, vi } from 'vitest'
import { afterPaint } from '../../../../client/picture/schedule/afterPaint.ts'
import { boundsOf } from '../../../../client/map/geo/boundsOf.ts'
import { matterGlyphs } from '../../../../client/map/overlay/matterGlyphs.ts'
import { nobodyFrames } from '../../../../client/map/overlay/nobodyFrames.ts'
import { openOverlay } from '../../../../client/map/overlay/openOverlay.ts'
import { patrolDots } from '../../../../client/map/overlay/patrolDots.ts'
import { regionNames } from '../../../../client/map/overlay/regionNames.ts'
import { createRegionLabels } from '../../../../client/map/regionLabels.ts'
import { demoFacts } from '../../../support/demoFacts.ts'
import { colourOf, openMapBox } from '../../../support/mapBox.ts'
import { testTheme } from '../../../support/testTheme.ts'

// Software WebGL on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

const GRID = demoFacts.grids.findIndex(each => each.properties.code === '152921216200001')
const NOTHING = '#000000'
const all = { left: 0, top: 0, right: 300, bottom: 420 }

describe('an overlay', () => {
  it('follows the view of its map, shows what was asked for once it is painted, and leaves nothing behind', async () => {
    using box = await openOverlayBox()
    const { engine, overlay, container, middle: [lng, lat], colourAt } = box
    const matters = matterGlyphs(testTheme, 24, overlay.redraw)
    overlay.add(matters.grave)
    matters.update([{ id: 'WG-1', severity: 'I', lng, lat, out: false, ringed: false }], false)
    await painted()
    const before = engine.project(lng, lat)
    expect(colourAt(before)).toBe(testTheme.severity.I)
    engine.fit([lng - 0.1, lat - 0.1, lng + 0.1, lat + 0.1], { top: 0, right: 0, bottom: 200, left: 0 }, 0)
    expect(colourAt(before)).toBe(NOTHING)
    expect(colourAt(engine.project(lng, lat))).toBe(testTheme.severity.I)
    const listeners = engine.holdings().listeners
    overlay.remove()
    overlay.redraw()
    expect(container.querySelector('[data-overlay]')).toBeNull()
    expect(engine.holdings().listeners).toBe(listeners - 1)
  })
})

describe('matters', () => {
  it('are drawn in the colour of their severity, the graver on top, and go when they are closed', async () => {
    using box = await openOverlayBox()
    const { overlay, middle: [lng, lat], at, colourAt } = box
    const matters = matterGlyphs(testTheme, 24, overlay.redraw)
    overlay.add(matters.minor, matters.grave)
    matters.update([{ id: 'WG-1', severity: 'II', lng, lat, out: false, ringed: false }, { id: 'WG-2', severity: 'I', lng, lat, out: false, ringed: false }, { id: 'WG-3', severity: 'IV', lng: lng + 0.2, lat, out: false, ringed: false }], false)
    await painted()
    expect(colourAt(at(0))).toBe(testTheme.severity.I)
    expect(colourAt(at(0.2))).toBe(testTheme.severity.IV)
    matters.update([], false)
    await painted()
    expect(colourAt(at(0))).toBe(NOTHING)
  })
})

describe('dots', () => {
  it('glide to where they were reported, rest there, and go with their worker', async () => {
    using box = await openOverlayBox()
    const { middle: [lng, lat], at, colourAt } = box
    const dots = addDots(box, true)
    dots.update(new Map([['~a', fix(lng, lat)]]), 'all')
    dots.update(new Map([['~a', fix(lng + 0.8, lat)]]), new Set(['~a']))
    expect(dots.step(1000)).toBe(true)
    await painted()
    // It set out with the first step.
    expect(dots.workerAt({ ...at(0), x: at(0.04).x + 5.9 })).toBe('~a')
    expect(dots.step(3250)).toBe(true)
    await painted()
    expect([colourAt(at(0.4)), dots.workerAt(at(0.4)), dots.workerAt(at(0.8))]).toEqual([testTheme.acc, '~a', undefined])
    expect(dots.step(5750)).toBe(false)
    await painted()
    expect([colourAt(at(0.8)), dots.workerAt(at(0.8)), dots.workerAt(at(0.4))]).toEqual([testTheme.acc, '~a', undefined])
    dots.update(new Map(), new Set(['~a']))
    await painted()
    expect([colourAt(at(0.8)), dots.workerAt(at(0.8))]).toEqual([NOTHING, undefined])
  })

  it('are drawn as if all were drawn anew, though only those near a change are', async () => {
    using box = await openOverlayBox()
    const { overlay, middle: [lng, lat], container } = box
    const dots = addDots(box, false)
    const canvas = container.querySelector<HTMLCanvasElement>('[data-overlay]')!
    const picture = async () => {
      await painted()
      return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data
    }
    // A crowd that overlaps.
    const crowd = new Map(Array.from({ length: 40 }, (_, i) => [`~${i}`, { ...fix(lng + (i % 8) * 0.03, lat + Math.floor(i / 8) * 0.03), worker: `~${i}` }]))
    dots.update(crowd, 'all')
    const before = await picture()
    for (let step = 0; step < 20; step++) {
      const id = `~${step * 7 % 40}`
      crowd.set(id, { ...crowd.get(id)!, lng: lng + step * 0.011, lat: lat + step * 0.007 })
      dots.update(crowd, new Set([id]))
      const part = await picture()
      overlay.redraw()
      expect(await picture()).toEqual(part)
    }
    expect(await picture()).not.toEqual(before)
  })

  it('jump where nothing may glide', async () => {
    using box = await openOverlayBox()
    const { middle: [lng, lat], at, colourAt } = box
    const dots = addDots(box, false)
    dots.update(new Map([['~a', fix(lng, lat)]]), 'all')
    dots.update(new Map([['~a', fix(lng + 0.8, lat)]]), new Set(['~a']))
    await painted()
    expect(colourAt(at(0.8))).toBe(testTheme.acc)
    expect(dots.step(1000)).toBe(false)
  })

  it('are hollow when not heard for too long, and full when heard again', async () => {
    using box = await openOverlayBox()
    const { middle: [lng, lat], at, colourAt } = box
    const dots = addDots(box, true)
    const drawn = async () => {
      await painted()
      return colourAt(at(0))
    }
    dots.update(new Map([['~a', fix(lng, lat, 1000)]]), 'all')
    dots.age(2000)
    expect(await drawn()).toBe(testTheme.acc)
    dots.age(62_000)
    expect(await drawn()).toBe(testTheme.sky)
    dots.update(new Map([['~a', fix(lng, lat, 61_500)]]), new Set(['~a']))
    expect(await drawn()).toBe(testTheme.acc)
  })
})

describe('names', () => {
  it.each(['152921', '152921112', '152921403'])('of the parts of %s never lie over each other, nor over a grave matter', async (region) => {
    using box = await openOverlayBox()
    const { engine, overlay } = box
    const within = demoFacts.grids.filter(({ properties }) => properties.code.startsWith(region)).map(({ geometry }) => geometry)
    engine.fit(boundsOf(within), { top: 10, right: 10, bottom: 10, left: 10 }, 0)
    const labels = createRegionLabels(demoFacts, false)(region)
    const matters = matterGlyphs(testTheme, 24, overlay.redraw)
    const names = regionNames(testTheme, false, { taken: matters.graveBoxes, within: () => all }, overlay.redraw)
    overlay.add(names, matters.grave)
    names.update(labels, code => demoFacts.regions.find(each => each.code === code)?.names.zh ?? '联合1格')
    // A grave matter in the very place of each third name.
    matters.update(labels.filter((_, index) => index % 3 === 0).map(({ code, at: [lng, lat] }) => ({ id: code, severity: 'II', lng, lat, out: false, ringed: false })), false)
    await painted()
    const grave = matters.graveBoxes({ width: 300, height: 420, ratio: 1, project: engine.project })
    const seen = new Set<string>()
    for (let x = 2; x < 300; x += 4) {
      for (let y = 2; y < 420; y += 4) {
        const code = names.codeAt({ x, y })
        if (code === undefined)
          continue
        seen.add(code)
        expect(grave.some(({ left, top, right, bottom }) => x > left && x < right && y > top && y < bottom)).toBe(false)
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(4)
  })

  it('are written where they are found, a long one in two lines', async () => {
    using box = await openOverlayBox()
    const { overlay, middle, at, alphaAt } = box
    const names = regionNames(testTheme, false, { taken: () => [], within: () => all }, overlay.redraw)
    overlay.add(names)
    const label = { code: '152921216', at: [...middle] as [number, number], out: false, ringed: false }
    const { x, y } = at(0)
    const draw = async (name: string) => {
      names.update([label], () => name)
      await painted()
      expect([names.codeAt({ x, y }), names.codeAt({ x: 2, y })]).toEqual(['152921216', undefined])
      return [alphaAt({ x, y: y - 12 }), alphaAt({ x, y }), alphaAt({ x, y: y + 12 })].map(alpha => alpha > 0)
    }
    expect(await draw('nnnn')).toEqual([false, true, false])
    expect(await draw(`${'n'.repeat(21)} ${'n'.repeat(22)}`)).toEqual([true, false, true])
  })
})

describe('frames where somebody is absent', () => {
  it('are fainter outside the region, and leave a chosen grid to its own frame', async () => {
    using box = await openOverlayBox()
    const { overlay, geometry, engine, alphaAt } = box
    const frames = nobodyFrames(geometry, testTheme, false, overlay.redraw)
    overlay.add(frames)
    const { geometry: shape } = geometry.gridOf.get(GRID)!
    const [lng, lat] = (shape.type === 'Polygon' ? shape.coordinates[0]! : shape.type === 'MultiPolygon' ? shape.coordinates[0]![0]! : [])[0]!
    const drawn = async () => {
      await painted()
      return alphaAt(engine.project(lng!, lat!))
    }
    const covers = new Array<Cover>(demoFacts.grids.length).fill('covered')
    expect(frames.update(covers)).toBe(false)
    expect(await drawn()).toBe(0)
    expect(frames.update(covers.with(GRID, 'absent'))).toBe(true)
    const full = await drawn()
    expect(full).toBeGreaterThan(150)
    frames.dim(id => id === GRID)
    expect(await drawn()).toBeCloseTo(full * 0.45, -1)
    frames.select(GRID)
    expect(await drawn()).toBe(0)
  })

  it('breathe between full and half, on every map at the same moments, until told to be still', async () => {
    using box = await openOverlayBox()
    const { overlay, container } = box
    const canvas = container.querySelector<HTMLCanvasElement>('[data-overlay]')!
    overlay.breathe(true)
    overlay.breathe(true)
    const [breath, ...more] = canvas.getAnimations()
    expect([more, breath!.startTime]).toEqual([[], 0])
    breath!.pause()
    const opacities = [0, 750, 1500, 2250, 3000].map((at) => {
      breath!.currentTime = at
      return getComputedStyle(canvas).opacity
    })
    expect(opacities).toEqual(['1', '0.75', '0.5', '0.75', '1'])
    overlay.breathe(false)
    expect(canvas.getAnimations()).toEqual([])
  })
})

/** Resolves when what was asked for so far is painted. */
function painted(): Promise<number> {
  return new Promise(afterPaint)
}

/** An overlay on a map of the demo district. */
async function openOverlayBox() {
  const box = await openMapBox('maplibre')
  const overlay = openOverlay(box.container, box.engine, requestAnimationFrame)
  const canvas = box.container.querySelector<HTMLCanvasElement>('[data-overlay]')!
  const middle = box.geometry.centres[GRID]!
  return {
    ...box,
    overlay,
    middle,
    at: (east: number) => box.engine.project(middle[0] + east, middle[1]),
    colourAt: (at: { x: number; y: number }) => colourOf(canvas, at),
    alphaAt: ({ x, y }: { x: number; y: number }) => Math.max(...canvas.getContext('2d')!.getImageData(Math.round(x) - 1, Math.round(y) - 1, 3, 3).data.filter((_, index) => index % 4 === 3)),
    [Symbol.dispose]() {
      overlay.remove()
      box[Symbol.dispose]()
    },
  }
}

function addDots({ engine, overlay }: Awaited<ReturnType<typeof openOverlayBox>>, glide: boolean) {
  const dots = patrolDots(testTheme, { dense: false, glide, oldMs: 60_000, zoom: engine.zoom }, overlay.redraw)
  overlay.add(dots)
  return dots
}

function fix(lng: number, lat: number, at = 1000) {
  return { worker: '~a', lng, lat, at, out: false, ringed: false }
}
