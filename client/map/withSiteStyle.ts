import type { MapStyle } from './MapEngine.ts'

/** Our ground over a site's own style (`MAP_STYLE`): its sources and layers lie between the sky and the district. Without one, our ground alone. */
export function withSiteStyle(ground: MapStyle, site: Partial<MapStyle> | undefined): MapStyle {
  if (!site)
    return ground
  const [sky, ...rest] = ground.layers
  const own = new Set(ground.layers.map(({ id }) => id))
  return {
    ...ground,
    ...(site.sprite !== undefined && { sprite: site.sprite }),
    ...(site.glyphs !== undefined && { glyphs: site.glyphs }),
    sources: { ...site.sources, ...ground.sources },
    layers: [...(sky ? [sky] : []), ...(site.layers ?? []).filter(({ id }) => !own.has(id)), ...rest],
  }
}
