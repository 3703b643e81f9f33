import type { Compat } from './missingIn.ts'
import { readFileSync } from 'node:fs'

/** MDN's browser-compat-data: which browser has what since when. */
export function readCompat(): Compat {
  const path = new URL('../../../node_modules/@mdn/browser-compat-data/data.json', import.meta.url)
  return JSON.parse(readFileSync(path, 'utf8')) as Compat
}
