import { configureVueProject, defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import pluginVue from 'eslint-plugin-vue'

configureVueProject({ scriptLangs: ['ts'] })

const code = ['**/*.ts', '**/*.vue']

/** The only files that may ask the machine for time, chance or a timer: where the real ones are handed in. */
const wiring = [
  'server/main.ts',
  'server/start/**',
  'server/clock.ts',
  // The log's homes wait on sockets and disks by the machine's clock, as their blocking reads promise.
  'server/log/{embedded,redis}/**',
  'server/simulator/**',
  'client/machine.ts',
  'test/**',
]

/** In tests, the only files that may sleep. */
const sleepers = ['test/support/**', 'test/bench/**', 'test/soak/**']

const banned = {
  time: [
    { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'Time comes in as an argument (a Clock); only wiring asks the machine.' },
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time comes in as an argument (a Clock); only wiring asks the machine.' },
    { selector: 'CallExpression[callee.name="Date"]', message: 'Time comes in as an argument (a Clock); only wiring asks the machine.' },
    { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Chance comes in as an argument or a seed.' },
    { selector: 'MemberExpression[object.name=/^(?:window|globalThis|self)$/][property.name=/^set(?:Timeout|Interval)$/]', message: 'Timers come in as a Schedule; only wiring makes them.' },
  ],
  sleep: [
    { selector: 'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"]', message: 'No sleeping in a test: wait for a named condition (test/support/waitFor.ts).' },
  ],
}

const timers = ['setTimeout', 'setInterval', 'setImmediate'].map(name => ({
  name,
  message: 'Timers come in as a Schedule; only wiring makes them.',
}))

const timerModules = ['timers', 'node:timers', 'timers/promises', 'node:timers/promises'].map(name => ({
  name,
  message: 'Timers come in as a Schedule; in tests wait for a named condition.',
}))

const deepReactivity = [{
  name: 'vue',
  importNames: ['ref', 'reactive', 'readonly'],
  message: 'Shallow reactivity only: shallowRef, shallowReactive, shallowReadonly, computed.',
}]

const wholeLibraries = [{
  name: 'echarts',
  message: 'ECharts by name: echarts/core and the modules that are drawn.',
  allowTypeImports: true,
}]

const extensionless = [{
  regex: String.raw`^\.{1,2}/(?!.*\.(?:ts|vue|css|json|geojson|mjs|js|svg|txt|md)(?:\?[\w&=]+)?$)`,
  message: 'Relative imports carry their extension.',
}]

export default defineConfigWithVueTs(
  { ignores: ['dist/**', 'data/**', 'coverage/**', 'test/output/**', 'docs/**', '**/.vite/**'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  pluginVue.configs['flat/essential'],
  vueTsConfigs.recommendedTypeChecked,
  {
    name: 'wangge/code',
    files: code,
    rules: {
      // Costs a third of the lint, and the types already say it.
      'vue/no-ref-as-operand': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // What enters is parsed by zod; these find only what was parsed already, or a test reading an answer.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // A port's method is async by contract, whether or not this home has to wait.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowArray: true, allowNumber: true, allowBoolean: true, allowNullish: true }],
      '@typescript-eslint/unbound-method': 'off',
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      'prefer-const': 'error',
      ...restrict({ syntax: banned.time, globals: timers, paths: [...timerModules, ...deepReactivity, ...wholeLibraries] }),
    },
  },
  {
    name: 'wangge/vue',
    files: ['**/*.vue'],
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/multi-word-component-names': 'off',
      'vue/no-bare-strings-in-template': 'error',
      'vue/no-ref-object-reactivity-loss': 'error',
      'vue/no-v-html': 'error',
      'vue/require-explicit-emits': 'error',
    },
  },
  {
    name: 'wangge/wiring',
    files: wiring,
    // The page that the benchmark compares with does what tutorials do.
    ignores: ['test/bench/tutorialPage/**'],
    rules: restrict({ paths: [...deepReactivity, ...wholeLibraries] }),
  },
  {
    name: 'wangge/tests-do-not-sleep',
    files: ['test/**/*.ts'],
    ignores: sleepers,
    rules: restrict({ syntax: banned.sleep, paths: [...timerModules, ...deepReactivity, ...wholeLibraries] }),
  },
  {
    name: 'wangge/speaks-on-the-screen',
    files: ['server/main.ts', 'server/simulator/main.ts', 'server/district/**/*.ts', 'server/*Main.ts', 'server/runOnFile.ts', 'server/log/**/*Main.ts', 'test/bench/**', 'test/chaos/**', 'test/soak/**', 'test/support/check*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'wangge/scripts',
    files: ['**/*.js', '**/*.mjs'],
    extends: [vueTsConfigs.disableTypeChecked],
    rules: { '@typescript-eslint/no-unused-vars': 'error' },
  },
)

/** A later block replaces these rules as a whole, so each block names all that it holds. */
function restrict({ syntax = [], globals = [], paths = [] }) {
  return {
    'no-restricted-syntax': syntax.length ? ['error', ...syntax] : 'off',
    'no-restricted-globals': globals.length ? ['error', ...globals] : 'off',
    '@typescript-eslint/no-restricted-imports': ['error', { paths, patterns: extensionless }],
  }
}
