import type { Addresses } from '../Addresses.ts'
import type { Config } from '../../config/config.ts'
import { readFileSync } from 'node:fs'
import { FOLD_VERSION } from '../../../shared/state/foldVersion.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts'
import { StartError } from '../../StartError.ts'

const STYLE = '/api/v1/map-style'

/** `GET /api/v1/settings`: what the page must know of this site; the site's own map style beside it. */
export function getSettings(addresses: Addresses, { mapboxToken, mapStyle, basePath }: Config, version: string): void {
  addresses.add('/api/v1/settings', { GET: (_request, response) => void response.setHeader('Cache-Control', 'no-cache').json({
    version,
    protocol: PROTOCOL_VERSION,
    fold: FOLD_VERSION,
    ...(mapboxToken !== undefined && { mapboxToken }),
    ...(mapStyle !== undefined && { mapStyle: `${basePath}${STYLE}` }),
  }) })
  if (mapStyle === undefined)
    return
  const style = readStyle(mapStyle)
  addresses.add(STYLE, { GET: (_request, response) => void response.type('application/json').send(style) })
}

function readStyle(file: string): string {
  try {
    const text = readFileSync(file, 'utf8')
    JSON.parse(text)
    return text
  }
  catch (error) {
    throw new StartError(`MAP_STYLE ${file} cannot be used; give a style file in JSON that can be read.`, { cause: error })
  }
}
