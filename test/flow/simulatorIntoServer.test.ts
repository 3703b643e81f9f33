import type { RunningServer } from '../../server/startServer.ts'
import type { ExpectedHours } from '../../shared/domain/duty/expectedHours.ts'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { toConfig } from '../../server/config/config.ts'
import { startServer } from '../../server/startServer.ts'
import { expectedAt } from '../../shared/domain/duty/expectedAt.ts'
import { startProgram } from '../support/startProgram.ts'
import { waitFor } from '../support/waitFor.ts'

interface StateBody { positions: unknown[]; state: { incident: { incidents: unknown[] }; gridStatus: unknown[] } }

let folder: string
let server: RunningServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wangge-flow-'))
  const read = toConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', INGEST_RATE: '100000' })
  if ('faults' in read)
    throw new Error(read.faults.join())
  server = await startServer(read.config)
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

it('fills a new server with a past, lives on, stops when told, and goes on where it ended', async () => {
  const file = join(folder, 'simulator.json')
  const reached = async () => (JSON.parse(await readFile(file, 'utf8')) as { until: number }).until
  const args = ['--url', server.url, '--state', file, '--backfill', 'PT5H', '--rate', '20']

  await using first = startProgram('server/simulator/main.ts', ...args)
  await waitFor('the past is told', async () => Date.now() - await reached() < 30_000, 90_000, first.errors)
  await first.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(first.lines).toHaveLength(1)
  expect(first.lines[0]).toMatch(/^Simulating 阿拉善左旗 \(all invented; .*first the past 5 h/)
  const ended = await reached()

  await using second = startProgram('server/simulator/main.ts', ...args, '--count', '200')
  expect(await second.ended).toBe(0)
  expect(second.lines[0]).toContain('it goes on where it ended')
  expect(await reached()).toBeGreaterThanOrEqual(ended)

  const { positions, state: { incident, gridStatus } } = await body()
  // By day some hundred and twenty grids are on duty, at night seventeen; a few phones are silent.
  expect(positions.length).toBeGreaterThan(await expectedNow() / 2)
  expect(incident.incidents.length).toBeGreaterThan(100)
  expect(gridStatus.length).toBeGreaterThan(100)
  expect(await rejected()).toBe(0)
  expect(first.errors() + second.errors()).toBe('')
}, 120_000)

async function body(): Promise<StateBody> {
  const response = await fetch(`${server.url}/api/v1/state?audience=desk&region=152921`)
  return await response.json() as StateBody
}

/** In how many grids somebody should be at this hour. */
async function expectedNow(): Promise<number> {
  const { expected, zoneMs } = await (await fetch(`${server.url}/api/v1/district`)).json() as { expected: ExpectedHours; zoneMs: number }
  return Object.values(expected).filter(week => expectedAt(week, Date.now(), zoneMs).isExpected).length
}

async function rejected(): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  return [...text.matchAll(/^wangge_rejected_total\{.*\} (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0)
}

it('begins anew where the log was emptied, whatever its own file says', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'wangge-flow-'))
  const read = toConfig({ PORT: '0', DATA_DIR: empty, LOG_LEVEL: 'silent' })
  if ('faults' in read)
    throw new Error(read.faults.join())
  const other = await startServer(read.config)
  try {
    await using again = startProgram('server/simulator/main.ts', '--url', other.url, '--state', join(folder, 'simulator.json'), '--backfill', 'PT1H', '--rate', '20', '--count', '10')
    expect(await again.ended).toBe(0)
    expect(again.lines[0]).toContain('first the past 1 h')
  }
  finally {
    await other[Symbol.asyncDispose]()
    await rm(empty, { recursive: true })
  }
}, 60_000)
