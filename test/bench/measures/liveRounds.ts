import type { Sizes } from '../Measure.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import type { LiveFigures } from '../load/liveRun.ts'
import type { VariantName } from '../peers/Variant.ts'
import { startRedis } from '../../support/startRedis.ts'
import { liveRun } from '../load/liveRun.ts'
import { interleaved, median } from '../stats.ts'

export interface LiveResult {
  figures: Partial<Record<VariantName, LiveFigures>>
  /** One frame in so many ms is what ours was seen to send. */
  windowMs: number
}

/** Medians of interleaved rounds of some variants under one load. The peers that send frames do it as often as ours so far; a first run of ours is not counted. */
export async function liveRounds(files: ChildFiles, variants: readonly VariantName[], load: { rate: number; sockets: number }, { rounds, seconds }: Sizes, say: (line: string) => void): Promise<LiveResult> {
  await using redis = await startRedis()
  const whole = { ...load, seconds, files, redisUrl: redis.url }
  const first = await liveRun('ours', 0, { ...whole, seconds: Math.min(seconds, 3) })
  let windowMs = Math.min(seconds, 3) * 1000 / first.frames
  const seen = new Map<VariantName, LiveFigures[]>(variants.map(variant => [variant, []]))
  for (const variant of interleaved(variants, rounds)) {
    const run = await liveRun(variant, windowMs, whole)
    seen.get(variant)!.push(run)
    if (variant === 'ours')
      windowMs = seconds * 1000 / median(seen.get('ours')!.map(each => each.frames))
    say(`${load.rate}/s × ${load.sockets}  ${variant.padEnd(8)} ${run.cpuPerThousand.toFixed(0)} ms/1000 events, p50 ${run.p50.toFixed(1)} ms, p99 ${run.p99.toFixed(1)} ms, delivered ${(run.delivered * 100).toFixed(0)} %, ${(run.frames / seconds).toFixed(0)} messages/s, ${(run.bytes / seconds / 1e6).toFixed(1)} MB/s`)
  }
  return { windowMs, figures: Object.fromEntries([...seen].map(([variant, runs]) => [variant, medians(runs)])) }
}

function medians(runs: readonly LiveFigures[]): LiveFigures {
  const names = Object.keys(runs[0]!) as (keyof LiveFigures)[]
  return Object.fromEntries(names.map(name => [name, median(runs.map(run => run[name]))])) as unknown as LiveFigures
}
