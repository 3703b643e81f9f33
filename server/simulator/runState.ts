import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { CannotRunError } from './CannotRunError.ts'

const runState = z.object({
  version: z.literal(1),
  seed: z.number(),
  scenario: z.string(),
  district: z.string().describe('version of the data set'),
  origin: z.number().describe('epoch ms: the world begins'),
  until: z.number().describe('epoch ms: everything before was sent'),
})

/** Where a run ended. Another seed, scenario or data set is another world and begins anew. */
export type RunState = z.infer<typeof runState>

/** The state of the last run; undefined if there is none that can be read. Throws CannotRunError where the file system refuses. */
export async function readRunState(file: string): Promise<RunState | undefined> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return undefined
    throw new CannotRunError(`Cannot read ${file} (${(error as NodeJS.ErrnoException).code}); name another file with --state.`)
  }
  try {
    return runState.safeParse(JSON.parse(text)).data
  }
  catch {
    return undefined
  }
}

/** Replaces the file as a whole: a crash leaves the old one or the new one. */
export async function writeRunState(file: string, state: RunState): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(`${file}.new`, JSON.stringify(state))
    await rename(`${file}.new`, file)
  }
  catch (error) {
    throw new CannotRunError(`Cannot write ${file} (${(error as NodeJS.ErrnoException).code}); name another file with --state.`)
  }
}
