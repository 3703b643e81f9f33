import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeDemo } from './make/makeDemo.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const data = join(here, 'data')
await mkdir(data, { recursive: true })
for (const [name, text] of await makeDemo(join(here, 'source'))) {
  await writeFile(join(data, name), text)
  process.stdout.write(`${name}  ${Math.ceil(text.length / 1024)} kB\n`)
}
