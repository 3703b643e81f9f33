export default {
  fix: 'On patrol, seen here {age} ago',
  source: 'map: {source}',
  refused: 'Mapbox refused the token; drawn by MapLibre',
  styleMissing: 'Site’s map style missing',
  tail: 'Tails: last hour, as seen by this screen',
} as const
