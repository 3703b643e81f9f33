import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { specGaps } from './specGaps.ts'

/** Part of `npm run lint`: each rule of SPEC.md has a test, each test cites a rule that exists, no rule stands twice. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const spec = await readFile(join(root, 'shared/protocol/SPEC.md'), 'utf8')
const files = (await readdir(join(root, 'test'), { recursive: true })).filter(file => file.endsWith('.ts') && !file.startsWith('support/'))
const sources = await Promise.all(files.map(async file => ({ file: `test/${file}`, text: await readFile(join(root, 'test', file), 'utf8') })))

const gaps = specGaps(spec, sources)
for (const gap of gaps)
  console.error(gap)
if (gaps.length > 0)
  process.exitCode = 1
