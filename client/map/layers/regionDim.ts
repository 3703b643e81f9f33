import type { Feature } from 'geojson'
import type { RegionCode } from '../../../shared/words/regionCode.ts'
import type { SceneTheme } from '../../look/sceneTheme.ts'
import type { MapEngine } from '../MapEngine.ts'
import type { MapGeometry } from '../MapGeometry.ts'
import type { MapLayer } from '../MapLayer.ts'
import { isWithin } from '../../../shared/words/regionCode.ts'

/** How much is left of what lies outside the chosen region. */
export const DIMMED = 0.45

const DIM = 'region-dim'

/** A veil of sky over the grids outside the chosen region; only those are in its source. @param codes of the grids drawn, by id */
export function regionDimLayer(geometry: Pick<MapGeometry, 'gridOf'>, codes: ReadonlyMap<number, string>, { sky }: SceneTheme): MapLayer<RegionCode, unknown> {
  let engine: MapEngine | undefined
  const out = new Set<number>()
  return {
    id: DIM,
    add(onto) {
      engine = onto
      out.clear()
      engine.addLiveSource(DIM)
      engine.addLayer({ id: DIM, type: 'fill', source: DIM, layout: { visibility: 'none' }, paint: { 'fill-color': sky, 'fill-opacity': 1 - DIMMED, 'fill-antialias': false } })
    },
    update(region) {
      const remove: number[] = []
      const put: Feature[] = []
      for (const [id, code] of codes) {
        const isOut = !isWithin(code, region)
        if (isOut === out.has(id))
          continue
        if (isOut) {
          put.push({ ...geometry.gridOf.get(id)!, properties: {} })
          out.add(id)
        }
        else {
          remove.push(id)
          out.delete(id)
        }
      }
      if (remove.length === 0 && put.length === 0)
        return
      engine?.changeData(DIM, { remove, put })
      engine?.show(DIM, out.size > 0)
    },
    remove() {
      engine?.removeLayer(DIM)
      engine?.removeSource(DIM)
      engine = undefined
    },
  }
}
