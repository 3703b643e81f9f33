import type { Database, RootDatabase } from 'lmdb'

type Encoding = 'json' | 'string' | 'binary' | 'msgpack'

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** Tables beside the streams: what each of their values has to look like. */
const TABLES: Readonly<Record<string, readonly [Encoding, isSound: (value: unknown) => boolean]>> = {
  'identities': ['string', value => /^\d+-\d+$/.test(String(value))],
  'words': ['string', value => typeof value === 'string' && value !== ''],
  'heads': ['msgpack', Number.isSafeInteger],
  'shapes': ['json', Array.isArray],
  'leases': ['json', isObject],
  'checkpoints': ['json', isObject],
}

/** Reads every record of every table that is no stream; a fault for each that is not sound, in words. A page that LMDB itself cannot stand ends the process. */
export function walkTables(root: RootDatabase, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const [encoding, isSound] = TABLES[name] ?? ['binary', isObject]
    try {
      const unsound = countUnsound(root.openDB<unknown, string>(name, { encoding }), isSound)
      return unsound === 0 ? [] : [`${unsound} records of its table ${name} are damaged`]
    }
    catch (error) {
      return [`its table ${name} cannot be read (${error instanceof Error ? error.message : String(error)})`]
    }
  })
}

function countUnsound(table: Database<unknown, string>, isSound: (value: unknown) => boolean): number {
  const passed = new Set<string>()
  let count = 0
  let unsound = 0
  for (const { key, value } of table.getRange()) {
    if (++count % 1000 === 0) {
      const text = JSON.stringify(key)
      if (passed.has(text))
        throw new Error('its pages lead in a circle')
      passed.add(text)
    }
    if (!isSound(value))
      unsound++
  }
  return unsound
}
