import type { SceneTheme } from '../../look/sceneTheme.ts'
import type { MapEngine } from '../MapEngine.ts'
import type { MapGeometry } from '../MapGeometry.ts'
import type { MapLayer } from '../MapLayer.ts'

/** Indices of grids; −1 for none. */
export interface GridFocus { hovered: number; selected: number }

const FOCUS = 'grid-focus'
const LAYERS = { hovered: ['hover-line'], selected: ['selection-casing', 'selection-line'] } as const
/** Ids of the two features of the source. */
const IDS = { hovered: 0, selected: 1 }

/** Hover and selection, the same in every picture. In a source of their own: of what is not drawn the graphics card hears nothing. */
export function gridFocusLayer(geometry: Pick<MapGeometry, 'gridOf'>, { scale, ink0, sky, acc }: SceneTheme): MapLayer<GridFocus> {
  let engine: MapEngine | undefined
  const shown: GridFocus = { hovered: -1, selected: -1 }
  function move(which: keyof GridFocus, to: number): void {
    if (shown[which] === to)
      return
    const grid = geometry.gridOf.get(to)
    engine?.changeData(FOCUS, grid ? { remove: [], put: [{ ...grid, id: IDS[which], properties: { which } }] } : { remove: [IDS[which]], put: [] })
    for (const layer of LAYERS[which])
      engine?.show(layer, grid !== undefined)
    shown[which] = to
  }
  return {
    id: FOCUS,
    add(onto) {
      engine = onto
      shown.hovered = shown.selected = -1
      engine.addLiveSource(FOCUS)
      const line = (id: string, which: keyof GridFocus, colour: string, width: number) =>
        engine?.addLayer({ id, type: 'line', source: FOCUS, filter: ['==', ['get', 'which'], which], layout: { 'line-join': 'round', 'visibility': 'none' }, paint: { 'line-color': colour, 'line-width': width * scale } })
      line(LAYERS.hovered[0], 'hovered', ink0, 2)
      line(LAYERS.selected[0], 'selected', sky, 7)
      line(LAYERS.selected[1], 'selected', acc, 3.2)
    },
    update({ hovered, selected }) {
      move('hovered', hovered)
      move('selected', selected)
    },
    remove() {
      for (const layer of [...LAYERS.hovered, ...LAYERS.selected])
        engine?.removeLayer(layer)
      engine?.removeSource(FOCUS)
      engine = undefined
    },
  }
}
