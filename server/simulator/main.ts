import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { durationMs } from '../../shared/words/time/durationMs.ts'
import { CannotRunError } from './CannotRunError.ts'
import { scenarioOf } from './day/Scenario.ts'
import { World } from './day/World.ts'
import { readOptions, USAGE } from './options.ts'
import { readDistrict } from './readDistrict.ts'
import { run } from './run.ts'
import { lookAt } from './standing/lookAt.ts'
import { lookAtCalls } from './standing/lookAtCalls.ts'
import { OwedAnswers } from './standing/OwedAnswers.ts'
import { Standings } from './standing/Standings.ts'
import { readRunState, writeRunState } from './runState.ts'
import { Courier } from './send/Courier.ts'
import { holdsNothing } from './send/holdsNothing.ts'
import { httpTarget } from './send/httpTarget.ts'
import { redisTarget } from './send/redisTarget.ts'

const DEFAULT_URL = 'http://127.0.0.1:8080'
const PAST = { live: durationMs('PT48H'), faster: durationMs('PT24H') }

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => stop.abort())

try {
  if (process.argv.includes('--help'))
    console.log(USAGE)
  else
    await simulate()
}
catch (error) {
  if (!(error instanceof CannotRunError))
    throw error
  console.error(error.message)
  process.exitCode = 1
}

async function simulate(): Promise<void> {
  const { rate, seed, speed, scenario, url, redis, district: folder, backfill, state, until, count } = readOptions(process.argv.slice(2))
  const district = await readDistrict(resolve(folder))
  const saved = state === undefined ? undefined : await readRunState(state)
  const same = saved?.seed === seed && saved.scenario === scenario && saved.district === district.version ? saved : undefined
  // A log that was emptied, or another one, knows nothing of the world that went on.
  const last = same && redis === undefined && await holdsNothing(url ?? DEFAULT_URL, district.code) ? undefined : same
  const now = Date.now()
  const origin = last?.origin ?? now - (backfill ?? (speed === 1 ? PAST.live : PAST.faster))
  const from = Math.min(last?.until ?? origin, now)
  const world = new World({ district, seed, scenario: scenarioOf(scenario), rate, origin })
  const target = redis === undefined ? httpTarget(url ?? DEFAULT_URL) : redisTarget(redis, district.code, world.key)
  // Straight into Redis nothing can be seen: what was planned is told.
  const standings = new Standings(async signal => redis === undefined ? lookAt(url ?? DEFAULT_URL, district.code, signal) : undefined)
  const answers = new OwedAnswers(async signal => redis === undefined ? lookAtCalls(url ?? DEFAULT_URL, district.code, signal) : undefined)
  const courier = new Courier(target, { pause, say: sentence => console.error(sentence) })

  console.log(`Simulating ${district.names.zh} (all invented; scenario ${scenario}, seed ${seed}) into ${redis === undefined ? url ?? DEFAULT_URL : new URL(redis).host}: ${plan(last !== undefined, now - from, speed)}, about ${rate} events a second; Ctrl-C stops it.`)
  try {
    await run({
      world,
      courier,
      adapt: async (events, signal) => answers.adapt(await standings.adapt(events, signal), signal),
      from,
      speed,
      until,
      count,
      now: () => Date.now(),
      pause,
      save: async reached => state === undefined ? undefined : writeRunState(state, { version: 1, seed, scenario, district: district.version, origin, until: reached }),
      signal: stop.signal,
    })
  }
  finally {
    target.close()
  }
}

function plan(goesOn: boolean, past: number, speed: number): string {
  const hours = `${Math.round(past / 360_000) / 10} h`
  if (speed > 1)
    return `from ${hours} ago ${speed} times as fast until it reaches now`
  return goesOn ? `it goes on where it ended ${hours} ago` : `first the past ${hours}, then as time goes`
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
