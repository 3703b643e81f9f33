import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCompat } from './browsers/readCompat.ts'
import { usedInScripts } from './browsers/usedInScripts.ts'
import { usedInStyle } from './browsers/usedInStyle.ts'

/** `npm run lint` ends with this: the client uses nothing that a supported browser does not have. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const compat = readCompat()
const under = (folder: string) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(file => join(root, folder, file))
const client = under('client')

const scripts = usedInScripts([...client, ...under('shared')].filter(file => /\.(?:ts|vue)$/.test(file)), root, compat)
const styles = client.filter(file => /\.(?:css|vue)$/.test(file)).flatMap((file) => {
  const text = readFileSync(file, 'utf8')
  const sheets = file.endsWith('.css') ? [text] : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css!)
  return sheets.flatMap(css => usedInStyle(css, compat)).map(fault => `${relative(root, file)} ${fault}`)
})
for (const fault of [...scripts, ...styles])
  console.error(fault)
process.exitCode = scripts.length + styles.length > 0 ? 1 : 0
