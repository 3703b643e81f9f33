import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the tutorial page for production, so that both pages run as they would be served. Answers its folder. */
export async function buildTutorial(): Promise<string> {
  const outDir = fileURLToPath(new URL('../../../dist/bench-page', import.meta.url))
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../tutorialPage', import.meta.url)),
    logLevel: 'error',
    base: './',
    // Its templates are compiled in the page, as without a build step.
    resolve: { alias: { vue: 'vue/dist/vue.esm-bundler.js' } },
    define: { __VUE_OPTIONS_API__: true, __VUE_PROD_DEVTOOLS__: false, __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false },
    build: { outDir, emptyOutDir: true, target: 'esnext', chunkSizeWarningLimit: 5000 },
  })
  return outDir
}
