import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DistrictError } from './DistrictError.ts'
import { DISTRICT_FILES } from './DistrictFault.ts'
import type { DistrictFault, DistrictFileName } from './DistrictFault.ts'

/** The files as JSON values, not yet judged; one that is missing or no JSON is left out and named in `faults`. */
export interface RawDistrict {
  dir: string
  /** 12 hex digits of a hash over all files. */
  version: string
  files: Partial<Record<DistrictFileName, unknown>>
  faults: DistrictFault[]
}

interface Unreadable { reason: string }

/** Reads a district's folder. Throws a `DistrictError` if there is no such folder. */
export async function readDistrictDir(dir: string): Promise<RawDistrict> {
  const found = await stat(dir).catch(() => undefined)
  if (!found?.isDirectory())
    throw new DistrictError(dir, { reason: 'there is no such folder' })
  const hash = createHash('sha256')
  const raw: RawDistrict = { dir, version: '', files: {}, faults: [] }
  const texts = await Promise.all(DISTRICT_FILES.map(file => readText(dir, file)))
  DISTRICT_FILES.forEach((file, index) => {
    const text = texts[index]!
    hash.update(`${file}\0${typeof text === 'string' ? text : ''}\0`)
    if (typeof text === 'string')
      parse(raw, file, text)
    else
      raw.faults.push({ file, code: '-', reason: text.reason })
  })
  raw.version = hash.digest('hex').slice(0, 12)
  return raw
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

async function readText(dir: string, file: string): Promise<string | Unreadable> {
  const bytes = await readFile(join(dir, file)).catch(() => undefined)
  if (!bytes)
    return { reason: 'the file is missing or cannot be read' }
  try {
    return utf8.decode(bytes)
  }
  catch {
    return { reason: 'not UTF-8: it holds bytes of another encoding, such as GBK; save it as UTF-8' }
  }
}

function parse(raw: RawDistrict, file: DistrictFileName, text: string): void {
  try {
    raw.files[file] = JSON.parse(text)
  }
  catch (error) {
    raw.faults.push({ file, code: '-', reason: `not JSON: ${error instanceof Error ? error.message : String(error)}` })
  }
}
