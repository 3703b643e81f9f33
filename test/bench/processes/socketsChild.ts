import type { Line } from '../load/Line.ts'
import type { VariantName } from '../peers/Variant.ts'
import { benchTime, fromTime } from '../benchTime.ts'
import { eventsIn } from '../load/eventsIn.ts'
import { openLine } from '../load/openLine.ts'
import { comeBack, goAway, openAll } from '../load/returning.ts'
import { quantile } from '../stats.ts'
import { answer } from './answer.ts'

const AT_ONCE = 20

let bytes = 0
let events = 0
let frames = 0
let latencies: number[] = []
let decoding = 0

export interface Received {
  bytes: number
  /** Of one decoding client, on the average. */
  events: number
  frames: number
  p50: number
  p99: number
}

answer({
  /** Opens `count` clients, `decoders` of which decode and time while the others only count bytes. */
  async connect({ variant, port, count, decoders }: { variant: VariantName; port: number; count: number; decoders: number }) {
    decoding = decoders
    for (let opened = 0; opened < count; opened += AT_ONCE) {
      const lines = await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - opened) }, () => openLine(variant, port)))
      lines.forEach((line, i) => opened + i < decoders ? time(variant, line) : line.goBare(length => bytes += length))
    }
  },
  begin() {
    bytes = events = frames = 0
    latencies = []
  },
  report: (): Received => ({ bytes, events: events / decoding, frames: frames / decoding, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) }),
  openAll,
  goAway,
  comeBack,
})

function time(variant: VariantName, line: Line): void {
  line.onMessage = (message) => {
    bytes += message.length
    const got = eventsIn(variant, message)
    if (got.length === 0)
      return
    const now = benchTime.now()
    frames++
    events += got.length
    for (const { time } of got)
      latencies.push(now - fromTime(time))
  }
}
