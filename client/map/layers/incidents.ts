import type { Feature } from 'geojson'
import type { Severity } from '../../../shared/words/severity.ts'
import type { SceneTheme } from '../../composables/sceneTheme.ts'
import type { MapEngine, MapLayerStyle } from '../MapEngine.ts'
import type { MapLayer } from '../MapLayer.ts'
import { isGrave, SEVERITIES } from '../../../shared/words/severity.ts'
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

export interface IncidentsLayer extends MapLayer<readonly IncidentMark[], unknown> {
  /** The grave ones of the same source: to be added after this layer, and removed before it. */
  grave: Pick<MapLayer<never>, 'id' | 'add' | 'remove'>
}

const SOURCE = 'incidents'

/**
 * Open matters as glyphs, in one source. Minor ones lie under the names and never hide each other; `grave` ones above
 * them, and names move out of their way.
 */
export function incidentsLayer(theme: SceneTheme, size: number): IncidentsLayer {
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
    id: SOURCE,
    add(onto) {
      engine = onto
      shown = new Map()
      serials.clear()
      for (const severity of SEVERITIES)
        engine.addImage(imageOf(severity), severityImage(severity, theme, size), ICON_RATIO)
      engine.addLiveSource(SOURCE)
      engine.addLayer(styleOf('minor'))
    },
    grave: {
      id: 'grave',
      add: onto => onto.addLayer(styleOf('grave')),
      remove: () => engine?.removeLayer('grave'),
    },
    update(marks) {
      const unseen = UNSEEN_PX * degreesPerPixel(engine?.zoom() ?? 0)
      const put: Feature[] = []
      const wanted = new Map<string, IncidentMark>()
      for (const mark of marks) {
        const drawn = shown.get(mark.id)
        const stays = drawn !== undefined && isSame(mark, drawn, unseen)
        wanted.set(mark.id, stays ? drawn : mark)
        if (!stays)
          put.push(toFeature(mark, serial(mark.id)))
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
        engine?.changeData(SOURCE, { remove, put })
    },
    remove() {
      engine?.removeLayer('minor')
      engine?.removeSource(SOURCE)
      for (const severity of SEVERITIES)
        engine?.removeImage(imageOf(severity))
      engine = undefined
    },
  }
}

/** @param unseen a shift of less, degrees, is none */
function isSame(a: IncidentMark, b: IncidentMark, unseen: number): boolean {
  return a.severity === b.severity && a.out === b.out && Math.abs(a.lng - b.lng) < unseen && Math.abs(a.lat - b.lat) < unseen
}

function styleOf(which: 'minor' | 'grave'): MapLayerStyle {
  return {
    id: which,
    type: 'symbol',
    source: SOURCE,
    filter: ['in', ['get', 'severity'], ['literal', SEVERITIES.filter(each => isGrave(each) === (which === 'grave'))]],
    layout: {
      'icon-image': ['concat', `${SOURCE}-`, ['get', 'severity']],
      'icon-allow-overlap': true,
      'icon-ignore-placement': which === 'minor',
      'symbol-sort-key': ['get', 'order'],
    },
    paint: { 'icon-opacity': ['case', ['get', 'out'], DIMMED, 1] },
  }
}

function imageOf(severity: Severity): string {
  return `${SOURCE}-${severity}`
}

/** Graver ones are drawn later, so on top. */
function toFeature({ severity, lng, lat, out }: IncidentMark, id: number): Feature {
  return { type: 'Feature', id, properties: { severity, out, order: -SEVERITIES.indexOf(severity) }, geometry: { type: 'Point', coordinates: [lng, lat] } }
}
