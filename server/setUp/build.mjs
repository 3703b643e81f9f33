import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runQuietly, tail } from './runQuietly.mjs'
import { startWords } from './startWords.mjs'

const common = ['shared', 'vite.config.ts', 'package.json', 'package-lock.json']

const targets = [
  { name: 'client', args: [], inputs: ['client', ...common], output: 'dist/client/index.html' },
  { name: 'server', args: ['--ssr'], inputs: ['server', ...common], output: 'dist/server/main.js' },
  { name: 'fold', args: ['--mode', 'fold'], inputs: common, output: 'dist/fold.js' },
]

/** Builds what is out of date, told by the content of its inputs; throws an Error whose message is for people. */
export async function build(root, { say, signal, everything = false }) {
  const words = startWords()
  for (const target of targets) {
    const stamp = join(root, 'dist/.built', target.name)
    const hash = await hashOf(root, target.inputs)
    if (!everything && existsSync(join(root, target.output)) && await readText(stamp) === hash)
      continue
    const done = say(words.building(words.parts[target.name]))
    const { code, output } = await runQuietly(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', ...target.args, '--logLevel', 'warn'],
      { cwd: root, signal, env: { ...process.env, NODE_ENV: 'production' } },
    )
    if (signal?.aborted)
      return
    if (code !== 0)
      throw new Error(words.notBuilt(words.parts[target.name], tail(output, 40)))
    await mkdir(dirname(stamp), { recursive: true })
    await writeFile(stamp, hash)
    done()
  }
}

async function hashOf(root, inputs) {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of await filesUnder(root, input))
      hash.update(`${file}\0`).update(await readFile(join(root, file))).update('\0')
  }
  return hash.digest('hex')
}

async function filesUnder(root, input) {
  if (!existsSync(join(root, input)))
    return []
  const entries = await readdir(join(root, input), { recursive: true, withFileTypes: true }).catch(() => undefined)
  return entries === undefined
    ? [input]
    : entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name).slice(root.length)).sort()
}

async function readText(file) {
  return readFile(file, 'utf8').catch(() => undefined)
}
