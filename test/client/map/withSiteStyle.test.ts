import type { MapStyle } from '../../../client/map/MapEngine.ts'
import { expect, it } from 'vitest'
import { withSiteStyle } from '../../../client/map/withSiteStyle.ts'

const ground: MapStyle = {
  version: 8,
  sources: { land: { type: 'geojson', data: '/land' } },
  layers: [{ id: 'sky', type: 'background' }, { id: 'land', type: 'fill', source: 'land' }],
}

it('puts a site’s layers between sky and land, and leaves ours as they are', () => {
  const site = {
    glyphs: '/fonts/{fontstack}/{range}.pbf',
    sources: { roads: { type: 'geojson', data: '/roads' }, land: { type: 'geojson', data: '/other' } },
    layers: [{ id: 'roads', type: 'line', source: 'roads' }, { id: 'sky', type: 'background', paint: { 'background-color': 'red' } }],
  } satisfies Partial<MapStyle>
  const style = withSiteStyle(ground, site)
  expect(style.layers.map(({ id }) => id)).toEqual(['sky', 'roads', 'land'])
  expect(style.layers[0]).toEqual(ground.layers[0])
  expect(style.sources).toEqual({ roads: site.sources.roads, land: ground.sources.land })
  expect(style.glyphs).toBe(site.glyphs)
})

it('is our ground alone without one', () => {
  expect(withSiteStyle(ground, undefined)).toBe(ground)
})
