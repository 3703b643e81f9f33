import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The district whose log lies in this folder, by the file beside LMDB; undefined before it was first told. */
export function districtOf(directory: string): string | undefined {
  try {
    const text = readFileSync(fileIn(directory), 'utf8').trim()
    return text === '' ? undefined : text
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return undefined
    throw error
  }
}

export function keepDistrict(directory: string, code: string): void {
  mkdirSync(directory, { recursive: true })
  writeFileSync(`${fileIn(directory)}.draft`, `${code}\n`, { flush: true })
  renameSync(`${fileIn(directory)}.draft`, fileIn(directory))
}

function fileIn(directory: string): string {
  return join(directory, 'district')
}
