import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds a page of the bench for production, so that all pages run as they would be served. Answers its folder. */
export async function buildPage(name: 'tutorialPage' | 'emptyMapPage'): Promise<string> {
  const outDir = fileURLToPath(new URL(`../../../dist/bench-${name}`, import.meta.url))
  await build({
    configFile: false,
    root: fileURLToPath(new URL(`../${name}`, import.meta.url)),
    logLevel: 'error',
    base: './',
    // Its templates are compiled in the page, as without a build step.
    resolve: { alias: { vue: 'vue/dist/vue.esm-bundler.js' } },
    define: { __VUE_OPTIONS_API__: true, __VUE_PROD_DEVTOOLS__: false, __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false },
    build: { outDir, emptyOutDir: true, target: 'esnext', chunkSizeWarningLimit: 5000 },
  })
  return outDir
}
