/**
 * `npm test`: its own set-up, then lint, arrows, dead code, rules, types, build, and all of vitest's projects.
 * `npm test -- PATH…` hands filters to vitest and leaves the rest out: a quick loop.
 * Ends with `N passed, N failed[, N skipped]`; exit 1 if anything failed or, under CI, was skipped.
 */
import { readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from '../server/setUp/build.mjs'
import { install } from '../server/setUp/install.mjs'
import { runQuietly } from '../server/setUp/runQuietly.mjs'
import { unfitNode } from '../server/setUp/unfitNode.mjs'
import { untilToldToEnd } from '../server/setUp/untilToldToEnd.mjs'
import { testTools } from './support/testTools.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const filters = process.argv.slice(2)
const ci = Boolean(process.env.CI) && process.env.CI !== 'false'
const signal = untilToldToEnd()

const failedSteps = []
process.exitCode = await run()

async function run() {
  const unfit = unfitNode(process.versions.node)
  if (unfit) {
    console.error(unfit)
    return 1
  }
  await step('packages', async () => {
    const { engineWarnings } = await install(root, { say: quiet, signal })
    return engineWarnings.join('\n')
  })
  const tools = await testTools(root, { ci, signal })
  if (tools.problem)
    failedSteps.push(tools.problem)

  if (filters.length === 0) {
    await Promise.all([
      chain([
        ['lint', 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'],
        ['arrows', 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.js', 'server', 'client', 'shared', 'test'],
        ['dead code', 'node_modules/knip/bin/knip.js'],
        ['rules and their tests', 'node_modules/tsx/dist/cli.mjs', 'test/support/checkSpec.ts'],
        ['browsers of the field', 'node_modules/tsx/dist/cli.mjs', 'test/support/checkBrowsers.ts'],
      ]),
      chain([['types', 'node_modules/vue-tsc/bin/vue-tsc.js', '--noEmit']])
        .then(() => step('build', async () => void await build(root, { say: quiet, signal }))),
    ])
  }
  else if (filters.some(filter => /browser|flow|e2e/.test(filter))) {
    await step('build', async () => void await build(root, { say: quiet, signal }))
  }
  const tests = signal.aborted ? { passed: 0, failed: 0, skipped: 0 } : await vitest(tools.env)

  const failed = tests.failed + failedSteps.length
  const skipped = tests.skipped + tools.skippedFiles.length
  if (failedSteps.length)
    console.log(`\nFailed before the tests: ${failedSteps.join(', ')}`)
  if (ci && skipped)
    console.log(`\n${skipped} skipped: under CI nothing may be`)
  console.log(`\n${tests.passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
  return failed || signal.aborted || (ci && skipped) ? 1 : 0
}

/** Steps one after another, all of them, so that one run shows everything. */
async function chain(steps) {
  for (const [name, script, ...args] of steps) {
    await step(name, async () => {
      const { code, output } = await runQuietly(process.execPath, [script, ...args], { cwd: root, signal })
      return code === 0 ? '' : output.trim() || `exit ${code}`
    })
  }
}

/** Times and prints a step; `work` answers a complaint, or nothing. */
async function step(name, work) {
  if (signal.aborted)
    return
  const began = performance.now()
  const complaint = await work().catch(error => error.message)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${complaint ? '✗' : '✓'} ${name} (${seconds} s)${complaint ? `\n${complaint}\n` : ''}`)
  if (complaint)
    failedSteps.push(name)
}

/** Runs vitest on this screen and reads its report; files that could not be loaded count as failed. */
async function vitest(env) {
  const report = `${root}test/output/vitest.json`
  await rm(report, { force: true })
  const began = performance.now()
  const { code } = await runQuietly(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...filters, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { cwd: root, env: { ...process.env, ...env }, signal, onOutput: chunk => process.stdout.write(chunk) },
  )
  console.log(`tests (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  const result = await readFile(report, 'utf8').then(JSON.parse).catch(() => undefined)
  if (!result)
    return { passed: 0, failed: 1, skipped: 0 }
  const unloaded = result.testResults.filter(file => file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed')).length
  const failed = result.numFailedTests + unloaded
  return {
    passed: result.numPassedTests,
    // An error outside any test (an unhandled rejection) fails the run without failing a test.
    failed: failed || (code === 0 ? 0 : 1),
    skipped: result.numPendingTests + (result.numTodoTests ?? 0),
  }
}

function quiet() {
  return () => undefined
}
