import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runQuietly, tail } from './runQuietly.mjs'
import { startWords } from './startWords.mjs'

/**
 * Installs from the lockfile unless what stands in node_modules is what the lockfile says.
 * Answers `{ installed, engineWarnings }`; throws an Error whose message is for people.
 */
export async function install(root, { say, signal }) {
  if (await isInstalled(root))
    return { installed: false, engineWarnings: [] }
  const done = say(startWords().installing)
  // npm's own script when npm started us; `--include=dev` since a site may have set NODE_ENV=production.
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const { code, output } = await runQuietly(npm[0], [...npm.slice(1), 'ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root, signal })
  if (signal?.aborted)
    return { installed: false, engineWarnings: [] }
  if (code !== 0)
    throw new Error(startWords().notInstalled(tail(output)))
  done()
  return { installed: true, engineWarnings: output.split('\n').filter(line => line.includes('EBADENGINE')) }
}

/** npm writes node_modules/.package-lock.json last, so a cut installation is seen as none. */
async function isInstalled(root) {
  const wanted = await packagesOf(join(root, 'package-lock.json'))
  const present = await packagesOf(join(root, 'node_modules/.package-lock.json'))
  if (!wanted || !present)
    return false
  return Object.entries(wanted).every(([path, entry]) =>
    path === '' || entry.optional || entry.devOptional || entry.peer || present[path]?.version === entry.version)
}

async function packagesOf(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages
  }
  catch {
    return undefined
  }
}
