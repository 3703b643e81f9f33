import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** What is on the disk is parsed once. */
const parsed = new Map<string, ts.SourceFile | undefined>()

/** Lines (from 0) of some files of which the compiler complains, with other texts in the place of some or beside them; paths from the root. */
export function complaints(texts: Readonly<Record<string, string>>, files: readonly string[]): Record<string, number[]> {
  const { options } = ts.convertCompilerOptionsFromJson((JSON.parse(readFileSync(`${ROOT}tsconfig.json`, 'utf8')) as { compilerOptions: object }).compilerOptions, ROOT)
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, directoryExists } = host
  const textOf = (name: string) => name.startsWith(ROOT) ? texts[name.slice(ROOT.length)] : undefined
  host.fileExists = name => textOf(name) !== undefined || fileExists.call(host, name)
  host.directoryExists = name => Object.keys(texts).some(file => (ROOT + file).startsWith(`${name}/`)) || directoryExists!.call(host, name)
  host.getSourceFile = (name, version, ...others) => {
    const text = textOf(name)
    if (text !== undefined)
      return ts.createSourceFile(name, text, version)
    if (!parsed.has(name))
      parsed.set(name, getSourceFile.call(host, name, version, ...others))
    return parsed.get(name)
  }
  const program = ts.createProgram(files.map(file => ROOT + file), { ...options, types: [] }, host)
  return Object.fromEntries(files.map((file) => {
    const source = program.getSourceFile(ROOT + file)!
    const lines = program.getSemanticDiagnostics(source).map(({ start }) => source.getLineAndCharacterOfPosition(start ?? 0).line)
    return [file, [...new Set(lines)]]
  }))
}
