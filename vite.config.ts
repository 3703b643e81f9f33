import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { supported } from './test/support/browsers/supported.ts'
import { chromium } from './test/support/chromium.ts'

const OUTAGE = 'test/browser/comesBack.redis.browser.test.ts'

/** Three builds from one file: the client, the server with its simulator (`--ssr`), and the fold alone (`--mode fold`). */
export default defineConfig(({ command, mode, isSsrBuild }) => ({
  base: command === 'build' && !isSsrBuild ? ANYWHERE : '/',
  root: path('client'),
  cacheDir: path('node_modules/.vite'),
  publicDir: isSsrBuild || mode === 'fold' ? false : 'public',
  plugins: [vue()],
  define: withoutUnused,
  build: mode === 'fold' ? foldBuild : isSsrBuild ? serverBuild : clientBuild,
  test: {
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
    projects: [
      {
        extends: true,
        root: path('.'),
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts', ...without('WANGGE_SKIP_REDIS', 'test/**/*.redis.test.ts')],
          // No module here keeps anything: loading all of them anew for each file took half of the time.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        root: path('.'),
        optimizeDeps: { include: usedByBrowserTests },
        test: {
          name: 'browser',
          include: ['test/client/**/*.browser.test.ts'],
          exclude: without('WANGGE_SKIP_BROWSER', 'test/**'),
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromium }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
      {
        extends: true,
        root: path('.'),
        test: {
          // It waits for a minute without the network, and keeps no other from working meanwhile.
          name: 'outage',
          environment: 'node',
          include: [OUTAGE],
          exclude: [...without('WANGGE_SKIP_BROWSER', 'test/**'), ...without('WANGGE_SKIP_REDIS', 'test/**')],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        root: path('.'),
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/browser/**/*.browser.test.ts'],
          exclude: [OUTAGE, ...without('WANGGE_SKIP_BROWSER', 'test/**'), ...without('WANGGE_SKIP_FIREFOX', 'test/browser/firefox.browser.test.ts')],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
}))

/** Leaves out what no page here uses: the options API of Vue, developer tools in production. */
const withoutUnused = {
  __VUE_OPTIONS_API__: 'false',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
}

/** Relative, for where the screens are served is known at run time: `server/http/pageUnder.ts` writes it into the page. */
const ANYWHERE = './'

const clientBuild = {
  outDir: path('dist/client'),
  emptyOutDir: true,
  sourcemap: false,
  target: [`chrome${supported.chrome}`, `firefox${supported.firefox}`],
  // An older browser loads the same, a little later.
  modulePreload: { polyfill: false },
  chunkSizeWarningLimit: 2000,
  rolldownOptions: {
    // Schemas that nothing here parses with leave the page; making one does nothing else.
    treeshake: { manualPureFunctions: ['z'] },
    output: {
      // Each in a lazy chunk of its own: numbers and tiles stand before any of them has loaded.
      codeSplitting: {
        // Otherwise Vue goes along into the ECharts chunk, and the first page waits for it.
        includeDependenciesRecursively: false,
        groups: [
          { name: 'schemas', test: /node_modules[\\/]zod[\\/]/ },
          { name: 'echarts', test: /node_modules[\\/](?:echarts|zrender)[\\/]/ },
          { name: 'mapbox-gl', test: /node_modules[\\/]mapbox-gl[\\/].*\.js$/ },
          { name: 'maplibre-gl', test: /node_modules[\\/]maplibre-gl[\\/].*\.m?js$/ },
        ],
      },
    },
  },
}

const serverBuild = {
  outDir: path('dist/server'),
  emptyOutDir: true,
  sourcemap: true,
  target: 'node20',
  rolldownOptions: {
    input: { main: path('server/main.ts'), simulator: path('server/simulator/main.ts'), walk: path('server/log/embedded/walk/walkMain.ts'), pastWorker: path('server/projection/pastWorker.ts') },
  },
}

const foldBuild = {
  outDir: path('dist'),
  emptyOutDir: false,
  target: 'es2022',
  lib: { entry: path('shared/state/foldModule.ts'), formats: ['es' as const], fileName: () => 'fold.js' },
}

/** What tests in the browser import from packages; a missing one makes Vite reload in the middle of a test. */
const usedByBrowserTests = [
  '@tanstack/vue-virtual',
  'axe-core',
  'vue',
  'pinia',
  'vue-router',
  'echarts/core',
  'echarts/charts',
  'echarts/components',
  'echarts/features',
  'echarts/renderers',
  'd3-delaunay',
  'flatbush',
  'gcoord',
  'mapbox-gl',
  'maplibre-gl',
  'socket.io-client',
  'zod',
]

/** Files left out while a tool is missing; `npm test` says so aloud, and in CI it fails instead. */
function without(variable: string, pattern: string): string[] {
  return process.env[variable] ? [pattern] : []
}

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url))
}
