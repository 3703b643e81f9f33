import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const PLAIN = fileURLToPath(new URL('../plainList/PlainRows.vue', import.meta.url))

/** Builds the client once more with a plain list in place of the desk's rows; all else is the product. Answers its folder. */
export async function buildPlainDesk(): Promise<string> {
  const outDir = fileURLToPath(new URL('../../../dist/bench-plainList', import.meta.url))
  await build({
    configFile: fileURLToPath(new URL('../../../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    plugins: [{ name: 'plain-list', enforce: 'pre', resolveId: source => source.endsWith('/QueueRows.vue') ? PLAIN : undefined }],
    build: { outDir, emptyOutDir: true },
  })
  return outDir
}
