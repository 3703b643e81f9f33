import type { Growth } from './growth.ts'
import type { Sample } from './Sample.ts'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { chromium as playwright } from 'playwright-core'
import { chromium } from '../support/chromium.ts'
import { startProgram } from '../support/startProgram.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { growth } from './growth.ts'
import { openWatched } from './openWatched.ts'
import { scenesOf, visit } from './visitScenes.ts'

const { values } = parseArgs({
  options: {
    /** Simulated hours, told at `speed`; then real minutes; then so many visits to every scene. */
    hours: { type: 'string', default: '72' },
    speed: { type: 'string', default: '360' },
    minutes: { type: 'string', default: '60' },
    visits: { type: 'string', default: '200' },
    json: { type: 'string' },
  },
})
const [hours, speed, minutes, visits] = [values.hours, values.speed, values.minutes, values.visits].map(Number) as [number, number, number, number]
/** Ended matters stay 48 hours: until then a page rightly grows. */
const KEPT_HOURS = 48
const SAMPLES = 12

const began = performance.now()
const folder = await mkdtemp(join(tmpdir(), 'wangge-soak-'))
const browser = await playwright.launch(chromium)
const results: Record<string, { samples: Sample[]; growth: Growth[] }> = {}
let complaints: string[] = []
try {
  await using server = await startTestServer({ districtDir: undefined, dataDir: folder })
  await using simulator = startProgram('server/simulator/main.ts', '--url', server.url, '--backfill', `PT${hours}H`, '--speed', String(speed), '--state', join(folder, 'simulator.json'))
  const watched = await openWatched(browser, `${server.url}/wall`, () => (performance.now() - began) / 60_000)
  complaints = watched.complaints
  await watched.page.waitForSelector('[data-truth="live"]', { timeout: 300_000 })

  const simulatedMs = hours * 3_600_000 / speed
  await pause(simulatedMs * Math.min(1, KEPT_HOURS / hours))
  await watch('simulated', simulatedMs * Math.max(0, 1 - KEPT_HOURS / hours))
  await watch('real', minutes * 60_000)

  const scenes = await scenesOf(watched.page)
  const seen: Sample[] = []
  for (let round = 0; round < visits; round++) {
    for (const scene of scenes)
      await visit(watched.page, scene)
    // One scene alone is left by changing its shape, which builds its maps and charts anew.
    if (scenes.length === 1)
      await watched.page.setViewportSize({ width: round % 2 ? 1920 : 1600, height: 1080 })
    if (round % Math.ceil(visits / SAMPLES) === 0)
      seen.push(await watched.sample())
  }
  report(`${visits} visits of ${scenes.join(', ')}`, seen)
  if (simulator.errors())
    complaints.push(simulator.errors())

  async function watch(name: string, ms: number): Promise<void> {
    const samples: Sample[] = []
    for (let i = 0; i < SAMPLES && ms > 0; i++) {
      await pause(ms / SAMPLES)
      samples.push(await watched.sample())
    }
    report(name, samples)
  }
}
finally {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}
for (const complaint of complaints)
  console.error(complaint)
if (values.json !== undefined)
  await writeFile(values.json, `${JSON.stringify(results, undefined, 2)}\n`)
if (complaints.length > 0 || Object.values(results).some(each => each.growth.some(({ flat }) => !flat)))
  process.exitCode = 1

function report(name: string, samples: Sample[]): void {
  if (samples.length === 0)
    return
  results[name] = { samples, growth: growth(samples) }
  console.log(`${name} (${samples.length} samples)`)
  for (const { held, before, after, flat } of results[name].growth)
    console.log(`  ${held.padEnd(10)} ${before.toFixed(1).padStart(9)} → ${after.toFixed(1).padStart(9)}  ${flat ? 'flat' : 'GREW'}`)
}
