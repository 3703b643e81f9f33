import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const CHILDREN = {
  fold: fileURLToPath(new URL('./foldChild.ts', import.meta.url)),
  server: fileURLToPath(new URL('./serverChild.ts', import.meta.url)),
  producer: fileURLToPath(new URL('./producerChild.ts', import.meta.url)),
  sockets: fileURLToPath(new URL('./socketsChild.ts', import.meta.url)),
  pastWorker: fileURLToPath(new URL('../../../server/projection/pastWorker.ts', import.meta.url)),
}

export type ChildFiles = Record<keyof typeof CHILDREN, string>

/** Builds the bench's processes as the product's server is built: what is measured is not run through a loader. */
export async function buildChildren(): Promise<ChildFiles> {
  const outDir = fileURLToPath(new URL('../../../dist/bench', import.meta.url))
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../../..', import.meta.url)),
    logLevel: 'error',
    build: { ssr: true, outDir, emptyOutDir: true, target: 'node20', rolldownOptions: { input: CHILDREN } },
  })
  return Object.fromEntries(Object.keys(CHILDREN).map(name => [name, `${outDir}/${name}.js`])) as ChildFiles
}
