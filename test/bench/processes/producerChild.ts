import type { Append } from '../../../server/log/EventLog.ts'
import type { Past } from '../load/pageRun.ts'
import { Redis } from 'ioredis'
import { benchTime, toTime } from '../benchTime.ts'
import { benchDistrict } from '../load/benchDistrict.ts'
import { EventMaker } from '../load/EventMaker.ts'
import { answer } from './answer.ts'

interface Load { redisUrl: string; open: number; districtDir?: string }
interface Start extends Load { rate: number }

const PART = 500
const TICK_MS = 1

let stop = () => {}
let written = 0
let perSecond = 0
let maker: EventMaker | undefined
let hasPast = false

/** Writes events into the log with `XADD`, as a gateway would: at chance intervals, `rate` a second on the average. */
answer({
  /** What stands in the log before a page opens: a past, and who is on duty. `start` goes on from there. */
  async before({ redisUrl, open, districtDir, events, hours }: Load & Past) {
    const made = await makerOf(open, districtDir)
    const redis = new Redis(redisUrl)
    const [end, stepMs] = [benchTime.now(), hours * 3_600_000 / events]
    for (let done = 0; done < events; done += PART) {
      const pipeline = redis.pipeline()
      for (let i = done; i < Math.min(events, done + PART); i++) {
        const at = end - (events - i) * stepMs
        const { stream, fields } = made.next(toTime(at))
        pipeline.xadd(`{152921}:${stream}`, `${Math.floor(at)}-*`, ...Object.entries(fields).flat())
      }
      await pipeline.exec()
    }
    const staff = made.duty(toTime(end))
    await write(redis, staff.length, () => staff.pop()!)
    hasPast = events > 0
    redis.disconnect()
  },
  /** Without a past, first `open` matters at once; answers when they are written. */
  async start({ redisUrl, rate, open, districtDir }: Start) {
    const made = await makerOf(open, districtDir)
    const redis = new Redis(redisUrl)
    for (let done = 0; done < open && !hasPast; done += PART)
      await write(redis, Math.min(PART, open - done), time => made.matter(time))
    written = 0
    perSecond = rate
    let nextAt = benchTime.now()
    const timer = setInterval(() => {
      const now = benchTime.now()
      let due = 0
      for (; nextAt <= now; nextAt += -Math.log(1 - chance()) * 1000 / perSecond)
        due++
      if (due > 0)
        void write(redis, due, time => made.next(time))
    }, TICK_MS)
    stop = () => clearInterval(timer)
  },
  rate: (rate: number) => perSecond = rate,
  written: () => written,
  stop: () => stop(),
})

async function makerOf(open: number, districtDir: string | undefined): Promise<EventMaker> {
  const { spots, workers } = await benchDistrict(districtDir)
  return maker ??= new EventMaker({ spots, workers, positions: 0.6, statuses: 0.05, open })
}

async function write(redis: Redis, count: number, next: (time: string) => Append): Promise<void> {
  const pipeline = redis.pipeline()
  for (let i = 0; i < count; i++) {
    const { stream, fields } = next(toTime(benchTime.now()))
    pipeline.xadd(`{152921}:${stream}`, '*', ...Object.entries(fields).flat())
  }
  written += count
  await pipeline.exec()
}

let seed = 11

function chance(): number {
  seed = Math.imul(seed, 1664525) + 1013904223 | 0
  return (seed >>> 0) / 4294967296
}
