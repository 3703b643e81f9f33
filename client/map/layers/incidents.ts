import type { Feature } from 'geojson'
import type { Severity } from '../../../shared/words/severity.ts'
import type { SceneTheme } from '../../composables/sceneTheme.ts'
import type { MapEngine } from '../MapEngine.ts'
import type { MapLayer } from '../MapLayer.ts'
import { ICON_RATIO, severityImage } from '../images/severityImage.ts'
import { degreesPerPixel } from '../geo/degreesPerPixel.ts'
import { DIMMED } from './regionDim.ts'

/** A shift that nobody sees is not drawn, pixels. */
const UNSEEN_PX = 0.5

/** An open matter on the map, degrees. */
export interface IncidentMark {
  id: string
  severity: Severity
  lng: number
  lat: number
  /** Outside the chosen region: drawn fainter. */
  out: boolean
}

/**
 * Open matters of some severities as glyphs. Minor ones lie under the names and never hide each other; grave ones above
 * them, and names move out of their way.
 */
export function incidentsLayer(id: string, severities: readonly Severity[], theme: SceneTheme, size: number): MapLayer<readonly IncidentMark[], unknown> {
  const grave = severities.includes('I')
  const images = severities.map(severity => ({ severity, name: `${id}-${severity}` }))
  const serials = new Map<string, number>()
  let shown = new Map<string, IncidentMark>()
  let engine: MapEngine | undefined
  let next = 0

  /** Ids of features are numbers. */
  function serial(mark: string): number {
    if (!serials.has(mark))
      serials.set(mark, next++)
    return serials.get(mark)!
  }

  return {
    id,
    add(onto) {
      engine = onto
      shown = new Map()
      serials.clear()
      for (const { severity, name } of images)
        engine.addImage(name, severityImage(severity, theme, size), ICON_RATIO)
      engine.addLiveSource(id)
      engine.addLayer({
        id,
        type: 'symbol',
        source: id,
        layout: {
          'icon-image': ['concat', `${id}-`, ['get', 'severity']],
          'icon-allow-overlap': true,
          'icon-ignore-placement': !grave,
          'symbol-sort-key': ['get', 'order'],
        },
        paint: { 'icon-opacity': ['case', ['get', 'out'], DIMMED, 1] },
      })
    },
    update(marks) {
      const unseen = UNSEEN_PX * degreesPerPixel(engine?.zoom() ?? 0)
      const put: Feature[] = []
      const wanted = new Map<string, IncidentMark>()
      for (const mark of marks.filter(({ severity }) => severities.includes(severity))) {
        const drawn = shown.get(mark.id)
        const stays = drawn !== undefined && isSame(mark, drawn, unseen)
        wanted.set(mark.id, stays ? drawn : mark)
        if (!stays)
          put.push(toFeature(mark, serial(mark.id), severities))
      }
      const remove: number[] = []
      for (const old of shown.keys()) {
        if (!wanted.has(old)) {
          remove.push(serial(old))
          serials.delete(old)
        }
      }
      shown = wanted
      if (remove.length > 0 || put.length > 0)
        engine?.changeData(id, { remove, put })
    },
    remove() {
      engine?.removeLayer(id)
      engine?.removeSource(id)
      for (const { name } of images)
        engine?.removeImage(name)
      engine = undefined
    },
  }
}

/** @param unseen a shift of less, degrees, is none */
function isSame(a: IncidentMark, b: IncidentMark, unseen: number): boolean {
  return a.severity === b.severity && a.out === b.out && Math.abs(a.lng - b.lng) < unseen && Math.abs(a.lat - b.lat) < unseen
}

/** Graver ones are drawn later, so on top. */
function toFeature({ severity, lng, lat, out }: IncidentMark, id: number, severities: readonly Severity[]): Feature {
  return { type: 'Feature', id, properties: { severity, out, order: -severities.indexOf(severity) }, geometry: { type: 'Point', coordinates: [lng, lat] } }
}
