import type { SceneTheme } from '../../composables/sceneTheme.ts'
import type { MapEngine } from '../MapEngine.ts'
import type { MapLayer } from '../MapLayer.ts'
import { GRIDS } from './gridFill.ts'

/** Indices of grids; −1 for none. */
export interface GridFocus { hovered: number; selected: number }

const LAYERS = ['hover-line', 'selection-casing', 'selection-line'] as const

/** Hover and selection, the same in every picture; needs the source of gridFill. */
export function gridFocusLayer({ scale, ink0, sky, acc }: SceneTheme): MapLayer<GridFocus> {
  let engine: MapEngine | undefined
  const shown: GridFocus = { hovered: -1, selected: -1 }
  const when = (state: string) => ['case', ['boolean', ['feature-state', state], false], 1, 0] as ['case', ['boolean', ['feature-state', string], boolean], number, number]
  function move(which: keyof GridFocus, to: number): void {
    if (shown[which] === to)
      return
    if (shown[which] >= 0)
      engine?.setState(GRIDS, shown[which], { [which]: false })
    if (to >= 0)
      engine?.setState(GRIDS, to, { [which]: true })
    shown[which] = to
  }
  return {
    id: 'grid-focus',
    add(onto) {
      engine = onto
      shown.hovered = shown.selected = -1
      engine.addLayer({ id: LAYERS[0], type: 'line', source: GRIDS, paint: { 'line-color': ink0, 'line-width': 2 * scale, 'line-opacity': when('hovered') } })
      engine.addLayer({ id: LAYERS[1], type: 'line', source: GRIDS, paint: { 'line-color': sky, 'line-width': 7 * scale, 'line-opacity': when('selected') } })
      engine.addLayer({ id: LAYERS[2], type: 'line', source: GRIDS, paint: { 'line-color': acc, 'line-width': 3.2 * scale, 'line-opacity': when('selected') } })
    },
    update({ hovered, selected }) {
      move('hovered', hovered)
      move('selected', selected)
    },
    remove() {
      for (const layer of LAYERS)
        engine?.removeLayer(layer)
      engine = undefined
    },
  }
}
