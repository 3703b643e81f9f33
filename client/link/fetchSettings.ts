import { pageBase } from '../base/pageBase.ts'

/** What a page must know of its site. */
export interface Settings {
  /** The site's own Mapbox token. */
  mapboxToken?: string
  /** Where the site's own map style is. */
  mapStyle?: string
}

/** Gets the site's settings; without an answer, none: a map is drawn all the same. */
export async function fetchSettings(): Promise<Settings> {
  return await fetchJson<Settings>(new URL('api/v1/settings', pageBase())) ?? {}
}

/** The site's own map style, a MapLibre or Mapbox style of version 8; undefined where it has none or it cannot be got. */
export async function fetchSiteStyle<Style>({ mapStyle }: Settings): Promise<Style | undefined> {
  return mapStyle === undefined ? undefined : fetchJson<Style>(new URL(mapStyle, pageBase()))
}

async function fetchJson<Body>(address: URL): Promise<Body | undefined> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) })
    return answer.ok ? await answer.json() as Body : undefined
  }
  catch {
    return undefined
  }
}
