import type { Compat } from './missingIn.ts'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import ts from 'typescript'
import { missingIn } from './missingIn.ts'

/** What scripts use of the language and of the browser that a supported one does not have; found by type, so a method is known by whose it is. @param files of `.ts` and `.vue` */
export function usedInScripts(files: readonly string[], root: string, compat: Compat): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: ['vite/client'],
  }
  const program = ts.createProgram(files.map(file => file.endsWith('.vue') ? `${file}.ts` : file), options, withVue(ts.createCompilerHost(options)))
  const checker = program.getTypeChecker()
  const wanted = new Set(program.getRootFileNames())
  const found: string[] = []
  for (const source of program.getSourceFiles()) {
    if (wanted.has(source.fileName))
      visit(source, source)
  }
  return found

  function visit(node: ts.Node, source: ts.SourceFile): void {
    if (ts.isIdentifier(node)) {
      const feature = featureOf(node)
      for (const browser of feature ? missingIn(feature.compat) : [])
        found.push(`${relative(root, source.fileName.replace(/\.vue\.ts$/, '.vue'))}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${feature!.name}: not in ${browser}`)
    }
    node.forEachChild(child => visit(child, source))
  }

  function featureOf(node: ts.Identifier): { name: string; compat: Compat | undefined } | undefined {
    const declaration = checker.getSymbolAtLocation(node)?.declarations?.find(each => /[\\/]typescript[\\/]lib[\\/]lib\./.test(each.getSourceFile().fileName))
    // A type is nothing that a browser has to have.
    if (!declaration || isTypePosition(node))
      return undefined
    const owner = ownerOf(declaration)
    if (owner === undefined)
      return { name: node.text, compat: knownAs(node.text) }
    const isStatic = owner.isStatic
    const of = knownAs(owner.name)
    return { name: `${owner.name}.${node.text}`, compat: (isStatic ? of?.[`${node.text}_static`] ?? of?.[node.text] : of?.[node.text] ?? of?.[`${node.text}_static`]) as Compat | undefined }
  }

  function knownAs(name: string): Compat | undefined {
    const builtIn = (compat.javascript as Compat).builtins as Compat
    const own = (of: Compat) => Object.hasOwn(of, name) ? of[name] as Compat : undefined
    return own(builtIn) ?? own(compat.api as Compat)
  }
}

/** Whose a member is: `interface Array<T>`, `interface ArrayConstructor`, or `declare var AbortSignal: { any(…) }`. */
function ownerOf(declaration: ts.Declaration): { name: string; isStatic: boolean } | undefined {
  const { parent } = declaration
  if (ts.isInterfaceDeclaration(parent)) {
    const name = parent.name.text.replace(/^Readonly(?=Array|Map|Set)/, '')
    return { name: name.replace(/Constructor$/, ''), isStatic: name.endsWith('Constructor') }
  }
  if (ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent) && ts.isIdentifier(parent.parent.name))
    return { name: parent.parent.name.text, isStatic: true }
  return undefined
}

function isTypePosition(node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    if (ts.isTypeNode(at) || ts.isInterfaceDeclaration(at) || ts.isTypeAliasDeclaration(at))
      return true
    if (ts.isStatement(at))
      return false
  }
  return false
}

/** Lets the compiler read the script of a component as `X.vue.ts`, which is where it looks for what `./X.vue` names. */
function withVue(host: ts.CompilerHost): ts.CompilerHost {
  const { fileExists, readFile, getSourceFile } = host
  const isComponent = (name: string) => name.endsWith('.vue.ts')
  const scriptOf = (name: string) => /<script[^>]*>\n?([\s\S]*?)<\/script>/.exec(readFileSync(name.slice(0, -3), 'utf8'))
  host.fileExists = name => isComponent(name) ? fileExists(name.slice(0, -3)) : fileExists(name)
  host.readFile = name => isComponent(name) ? textOf(name) : readFile(name)
  host.getSourceFile = (name, options, ...rest) => isComponent(name) ? ts.createSourceFile(name, textOf(name), options, true) : getSourceFile(name, options, ...rest)
  return host

  /** Lines above the script stay, so that a line is the component's. */
  function textOf(name: string): string {
    const whole = readFileSync(name.slice(0, -3), 'utf8')
    const script = scriptOf(name)
    return script ? '\n'.repeat(whole.slice(0, whole.indexOf(script[1]!)).split('\n').length - 1) + script[1]! : ''
  }
}
