import type { RunVariant, StartVariant, VariantName } from '../peers/Variant.ts'
import { cpuMs } from '../cpuClock.ts'
import { runAdapter } from '../peers/runAdapter.ts'
import { runEmit } from '../peers/runEmit.ts'
import { runOurs } from '../peers/runOurs.ts'
import { runTcp } from '../peers/runTcp.ts'
import { runWs } from '../peers/runWs.ts'
import { answer } from './answer.ts'

const VARIANTS: Record<VariantName, RunVariant> = { ours: runOurs, emit: runEmit, adapter: runAdapter, ws: runWs, tcp: runTcp }
const SAMPLE_MS = 20

let handled = (): number => 0
let paints = (): number[] => []
let peak = 0
let sampling: NodeJS.Timeout | undefined

answer({
  async start({ variant, ...start }: StartVariant & { variant: VariantName }) {
    const running = await VARIANTS[variant](start)
    handled = running.handled ?? handled
    paints = running.paints ?? paints
    return { port: running.port }
  },
  handled: () => handled(),
  paints: () => paints(),
  cpu: () => cpuMs(),
  /** What is held in memory after a collection, bytes. */
  heap() {
    globalThis.gc?.()
    globalThis.gc?.()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  },
  /** Begins to watch the memory; answers what is held now, bytes. */
  watchMemory() {
    globalThis.gc?.()
    peak = process.memoryUsage.rss()
    sampling ??= setInterval(() => peak = Math.max(peak, process.memoryUsage.rss()), SAMPLE_MS)
    return peak
  },
  peakMemory: () => peak,
})
