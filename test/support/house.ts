import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `npm run house [folder]`: which way the house goes, in numbers (docs/ARCHITECTURE.md has them). It reads files and their imports, and nothing fails by it. */

const FLAT_MOST = 30
const LONG = 200
const SHORT = 10

/** Files by whose hands an `incident.dispatched` goes from the wire to the attention panel; a name each, wherever it stands. */
const STATIONS = [
  'postEvents.ts', 'acceptEvents.ts', 'tailLog.ts', 'readEntry.ts', 'decodeEntry.ts', 'Projection.ts', 'fold.ts', 'foldIncident.ts',
  'applyMove.ts', 'Fanout.ts', 'redactEvent.ts', 'socket.ts', 'Link.ts', 'setUpProjection.ts', 'useIndicator.ts', 'useIndicators.ts', 'attentionList.ts', 'AttentionPanel.vue',
]

interface Import {
  from: string
  to: string
  isType: boolean
}

const root = process.argv[2] ?? fileURLToPath(new URL('../..', import.meta.url))
const files = ['shared', 'server', 'client'].flatMap(walk)
const texts = new Map(files.map(file => [file, readFileSync(join(root, file), 'utf8')]))
const imports = files.flatMap(importsOf)
const lines = new Map([...texts].map(([file, text]) => [file, text.trimEnd().split('\n').length]))

for (const [what, figure] of [
  ['files that an incident.dispatched visits (its stations, and what each of them imports by value)', visited()],
  ['files outside its family that enumerate the streams', enumerating().length],
  ['folders with more than 30 files flat', crowded()],
  ['imports of the client that stay inside one top folder', inside()],
  ['imports between wall and desk', imports.filter(({ from, to }) => between(from, to)).length],
  ['longest file', longest()],
  ['files over 200 lines', share([...lines.values()].filter(count => count > LONG).length, lines.size)],
  ['files of at most 10 lines with one importer, in their own folder', lonely()],
])
  process.stdout.write(`${what}: ${figure}\n`)

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(file => join(folder, file))
    .filter(file => /\.(?:ts|vue)$/.test(file) && statSync(join(root, file)).isFile())
}

function importsOf(from: string): Import[] {
  return [...texts.get(from)!.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^'"()]*?from\s+['"](\.[^'"?]+)|import\(?\s*['"](\.[^'"?]+)/g)].flatMap(([, type, named, bare]) => {
    const to = normalize(join(dirname(from), (named ?? bare)!))
    return existsSync(join(root, to)) && texts.has(to) ? [{ from, to, isType: type !== undefined }] : []
  })
}

function visited(): string {
  const stations = files.filter(file => STATIONS.includes(basename(file)))
  const seen = [...new Set([...stations, ...imports.filter(({ from, isType }) => !isType && stations.includes(from)).map(({ to }) => to)])]
  return `${inFolders(seen)}; its stations alone ${inFolders(stations)}`
}

function inFolders(each: string[]): string {
  return `${each.length} in ${new Set(each.map(file => dirname(file))).size} folders`
}

/** Production files that name all three streams of the first day: what a new one may have to be written into. */
function enumerating(): string[] {
  return [...texts].filter(([file, text]) => !/families\/|projection\/(?:incident|patrol|gridStatus)\//.test(file)
    && ['incident', 'patrol'].every(stream => new RegExp(`['"\`.{ ]${stream}['"\`:,]`).test(text)) && /['"`]grid-status['"`]|gridStatus\s*[:,]/.test(text)).map(([file]) => file)
}

function crowded(): string {
  const counts = new Map<string, number>()
  for (const file of files)
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
  const many = [...counts].filter(([, count]) => count > FLAT_MOST)
  return `${many.length}${many.map(([folder, count]) => `, ${folder} ${count}`).join('')}`
}

function inside(): string {
  const ours = imports.filter(({ from, to }) => from.startsWith('client/') && to.startsWith('client/'))
  return share(ours.filter(({ from, to }) => topOf(from) === topOf(to)).length, ours.length)
}

function topOf(file: string): string {
  return relative('client', file).split('/')[0]!
}

function between(from: string, to: string): boolean {
  return [[from, to], [to, from]].some(([one, other]) => one!.startsWith('client/wall/') && other!.startsWith('client/desk/'))
}

function longest(): string {
  const [file, count] = [...lines].sort(([, a], [, b]) => b - a)[0]!
  return `${count} (${file})`
}

function lonely(): string {
  const of = (folder: string) => [...lines].filter(([file, count]) => file.startsWith(folder) && count <= SHORT && importersOf(file).length === 1 && dirname(importersOf(file)[0]!) === dirname(file)).length
  return `${of('')}, ${of('client/')} of them in the client`
}

function importersOf(file: string): string[] {
  return [...new Set(imports.filter(({ to }) => to === file).map(({ from }) => from))]
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${(part / whole * 100).toFixed(1)} %)`
}
