import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isDiskFull } from '../../isDiskFull.ts'
import { StartError } from '../../StartError.ts'

const INTRODUCTION = '# Keys for POST requests over Open311, one a line; what stands after # is not read. Read when the server starts.\n'

/** Keys that a file holds; compared without telling by the time it takes how much of one was right. */
export class ApiKeys {
  private readonly digests: readonly Buffer[]

  /** @param keys at least one */
  constructor(private readonly keys: readonly string[]) {
    this.digests = keys.map(digestOf)
  }

  /** For the one who runs the server. */
  get first(): string {
    return this.keys[0]!
  }

  has(key: string): boolean {
    const digest = digestOf(key)
    // Every key is compared, whether or not one has been found.
    return this.digests.filter(each => timingSafeEqual(each, digest)).length > 0
  }
}

/**
 * The keys of a file; a file that is missing or empty is made with one new key, for its owner alone (for this run alone where the disk is full).
 * @throws StartError if the file can be neither read nor made
 */
export async function openApiKeys(path: string): Promise<ApiKeys> {
  try {
    return new ApiKeys(await readOrMake(path))
  }
  catch (error) {
    throw new StartError(`${path} cannot be read or written; it holds the keys for Open311.`, { cause: error })
  }
}

async function readOrMake(path: string): Promise<string[]> {
  const kept = await readKeys(path)
  if (kept.length > 0)
    return kept
  const fresh = randomBytes(18).toString('base64url')
  try {
    await mkdir(dirname(path), { recursive: true })
    // Another server on the same folder may do so at this moment: both then read what was written first.
    await writeFile(path, `${INTRODUCTION}${fresh}\n`, { mode: 0o600, flag: 'a' })
    return await readKeys(path)
  }
  catch (error) {
    // No report is taken on a full disk either; the next start makes a key that is kept.
    if (isDiskFull(error))
      return [fresh]
    throw error
  }
}

async function readKeys(path: string): Promise<string[]> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return []
    throw error
  }
  return text.split('\n').map(line => line.replace(/#.*/, '').trim()).filter(Boolean)
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
