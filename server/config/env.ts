const NAMES = [
  'HOST',
  'PORT',
  'DATA_DIR',
  'REDIS_URL',
  'DISTRICT_DIR',
  'SIMULATOR',
  'MAPBOX_TOKEN',
  'MAP_STYLE',
  'LOG_LEVEL',
  'TRUST_PROXY',
  'PUBLIC_URL',
  'HOSTS',
  'INGEST_RATE',
  'WEBHOOKS',
  'NODE_ENV',
] as const

export type EnvName = (typeof NAMES)[number]
export type Env = Partial<Record<EnvName, string>>

/** Takes from the process's environment what the server knows; an empty value counts as absent. */
export function readEnv(from: Readonly<Record<string, string | undefined>> = process.env): Env {
  const env: Env = {}
  for (const name of NAMES) {
    const value = from[name]?.trim()
    if (value)
      env[name] = value
  }
  return env
}
