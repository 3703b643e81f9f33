import type { Target } from './Target.ts'
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { StartError } from '../StartError.ts'
import { targetsFile } from './targetsFile.ts'

const SHORTEST_SECRET = 16

/**
 * The targets of a file, with their secrets from the environment or from files of their own (paths from the file's folder).
 * @throws StartError with a sentence for each fault
 */
export async function readTargets(path: string, environment: Readonly<Record<string, string | undefined>>): Promise<Target[]> {
  const parsed = targetsFile.safeParse(await readJson(path))
  if (!parsed.success)
    throw new StartError(parsed.error.issues.map(issue => `WEBHOOKS ${path}: ${issue.path.join('.')}: ${issue.message}.`).join('\n'))
  return Promise.all(parsed.data.targets.map(async ({ secretEnv, secretFile, ...target }) => {
    const secret = secretEnv === undefined ? await readSecret(resolve(dirname(path), secretFile!)) : environment[secretEnv]
    if (secret === undefined || secret.trim().length < SHORTEST_SECRET)
      throw new StartError(`WEBHOOKS ${path}: the secret of ${target.name} is missing or shorter than ${SHORTEST_SECRET} characters; set ${secretEnv ?? secretFile}.`)
    return { ...target, secret: secret.trim() }
  }))
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  }
  catch (error) {
    throw new StartError(`WEBHOOKS ${path} cannot be read as JSON; docs/INTEGRATING.md has an example.`, { cause: error })
  }
}

async function readSecret(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}
