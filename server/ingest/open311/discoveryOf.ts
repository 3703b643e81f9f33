/** When the services or the answers last changed in kind. */
const CHANGESET = '2026-11-24T00:00:00Z'

/** Open311 service discovery: where GeoReport v2 is spoken. `base` is this server's address from outside. */
export function discoveryOf(base: string) {
  return {
    changeset: CHANGESET,
    contact: 'Whoever runs this server.',
    key_service: 'Keys stand in DATA_DIR/open311.keys of this server; its start screen prints the first one in the demo.',
    endpoints: [{
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: `${base}/open311/v2`,
      changeset: CHANGESET,
      type: 'production',
      formats: ['text/xml', 'application/json'],
    }],
  }
}
