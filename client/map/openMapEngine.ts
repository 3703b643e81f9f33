import type { MapEngine, MapEngineOptions } from './MapEngine.ts'

/**
 * Loads a library in a chunk of its own, opens a map and waits for its style: Mapbox GL where the site has a token, and
 * MapLibre GL where it has none or the token is refused.
 */
export async function openMapEngine(options: MapEngineOptions): Promise<MapEngine> {
  if (options.token || options.testMode) {
    const { openMapboxEngine } = await import('./engines/openMapboxEngine.ts')
    const engine = await openMapboxEngine(options)
    if (engine)
      return engine
  }
  const { openMaplibreEngine } = await import('./engines/openMaplibreEngine.ts')
  return openMaplibreEngine(options)
}
