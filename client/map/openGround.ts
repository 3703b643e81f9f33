import type { Settings } from '../link/fetchSettings.ts'
import type { PictureOptions } from './PictureOptions.ts'
import type { MapEngine, MapEngineOptions, MapStyle } from './MapEngine.ts'
import type { MapFault } from './MapFault.ts'
import type { MapGeometry } from './MapGeometry.ts'
import { fetchSettings, fetchSiteStyle } from '../link/fetchSettings.ts'
import { isRefusal } from './engines/isRefusal.ts'
import { mapStyle } from './mapStyle.ts'
import { openMapEngine } from './openMapEngine.ts'
import { withSiteStyle } from './withSiteStyle.ts'

/** An engine with its ground, and what is amiss with it. */
interface Ground {
  engine: MapEngine
  /** At once of what was amiss when it opened, then of what happens. */
  onFault: (run: (fault: MapFault) => void) => void
}

/**
 * Opens the engine that the site wants on our ground, with the site's own style beneath it; on our ground alone where
 * that style cannot be had or drawn. @throws where no map can be drawn (no WebGL)
 */
export async function openGround(geometry: MapGeometry, { container, theme, mapbox, timers }: Pick<PictureOptions, 'container' | 'theme' | 'mapbox' | 'timers'>, padding: MapEngineOptions['padding']): Promise<Ground> {
  const settings = await fetchSettings()
  const token = mapbox ? settings.mapboxToken : undefined
  const site = await fetchSiteStyle<MapStyle>(settings)
  const ground = mapStyle(geometry, theme)
  const open = (style: MapStyle) => openMapEngine({ container, style, bounds: geometry.bounds, timers, padding, token })
  let engine: MapEngine
  let isSiteDrawn = site !== undefined
  try {
    engine = await open(withSiteStyle(ground, site))
  }
  catch (error) {
    if (!site)
      throw error
    // Not the machine but the style may be at fault.
    engine = await open(ground)
    isSiteDrawn = false
  }
  return { engine, onFault: run => tellFaults(engine, faultsOf(settings, isSiteDrawn, token, engine), isSiteDrawn, run) }
}

function faultsOf({ mapStyle: address }: Settings, isSiteDrawn: boolean, token: string | undefined, { library }: MapEngine): MapFault[] {
  return [
    ...(address !== undefined && !isSiteDrawn ? ['style-missing' as const] : []),
    ...(token && library === 'maplibre' ? ['refused' as const] : []),
  ]
}

/** Each fault once. */
function tellFaults(engine: MapEngine, now: readonly MapFault[], isSiteDrawn: boolean, run: (fault: MapFault) => void): void {
  const told = new Set<MapFault>()
  const tell = (fault: MapFault) => {
    if (!told.has(fault))
      run(fault)
    told.add(fault)
  }
  now.forEach(tell)
  engine.onLost(() => tell('context-lost'))
  engine.onError((message, status) => {
    if (engine.library === 'mapbox' && isRefusal(message, status))
      tell('refused')
    // Our own ground needs nothing that could fail.
    else if (isSiteDrawn)
      tell('style-missing')
  })
}
