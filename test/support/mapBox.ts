import type { MapEngine, MapEngineOptions } from '../../client/map/MapEngine.ts'
import type { MapGeometry } from '../../client/map/MapGeometry.ts'
import { mapGeometry } from '../../client/map/MapGeometry.ts'
import { mapStyle } from '../../client/map/mapStyle.ts'
import { openMapEngine } from '../../client/map/openMapEngine.ts'
import { demoFacts } from './demoFacts.ts'
import { testTheme } from './testTheme.ts'
import { machine } from '../../client/machine.ts'

/** Room for a map of the demo district in the page, 300 × 420; disposed it leaves the page as it was. */
export function mapBoxOptions(): { options: MapEngineOptions; geometry: MapGeometry } & Disposable {
  const container = document.createElement('div')
  container.style.cssText = 'position:fixed;left:0;top:0;width:300px;height:420px'
  document.body.append(container)
  const geometry = mapGeometry(demoFacts)
  return {
    options: { container, style: mapStyle(geometry, testTheme), bounds: geometry.bounds, timers: machine, padding: { top: 5, right: 5, bottom: 5, left: 5 } },
    geometry,
    [Symbol.dispose]: () => container.remove(),
  }
}

/** A map of the demo district in that room; disposed it is gone. */
export async function openMapBox(library: MapEngine['library']): Promise<{ engine: MapEngine; geometry: MapGeometry; container: HTMLElement } & Disposable> {
  const box = mapBoxOptions()
  const engine = await openMapEngine({ ...box.options, testMode: library === 'mapbox' })
  return {
    engine,
    geometry: box.geometry,
    container: box.options.container,
    [Symbol.dispose]() {
      engine.remove()
      box[Symbol.dispose]()
    },
  }
}

/** Colour of a map seen at a pixel of the page, `#rrggbb`; call after `idle`, in the same task. */
export function colourAt(engine: MapEngine, at: { x: number; y: number }): string {
  return colourOf([...engine.canvas().parentElement!.querySelectorAll('canvas')].find(({ style }) => style.visibility !== 'hidden')!, at)
}

/** Colour at a pixel of the page, `#rrggbb`; black where nothing is drawn. */
export function colourOf(source: HTMLCanvasElement, { x, y }: { x: number; y: number }): string {
  const canvas = document.createElement('canvas')
  canvas.width = source.width
  canvas.height = source.height
  const context = canvas.getContext('2d')!
  context.drawImage(source, 0, 0)
  const ratio = source.width / source.clientWidth
  const [r = 0, g = 0, b = 0] = context.getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data
  return `#${[r, g, b].map(each => each.toString(16).padStart(2, '0')).join('')}`
}
