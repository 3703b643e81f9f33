import type { SentEvent } from '../../../server/simulator/day/SimulatedEvent.ts'
import type { Attempt } from '../../../server/simulator/send/Target.ts'
import { expect, it } from 'vitest'
import { run } from '../../../server/simulator/run.ts'
import { Courier } from '../../../server/simulator/send/Courier.ts'
import { AFTERNOON, HOUR, world } from '../../support/simulated.ts'

const MINUTE = 60_000

/** A run on a clock that only waiting moves, into a list. `answer` may refuse a batch for now. */
function start({ speed = 1, from, until, count, origin = AFTERNOON - HOUR, answer = () => ({ outcome: 'answered' }), stop = new AbortController() }: { speed?: number; from?: number; until?: number; count?: number; origin?: number; answer?: (time: number) => Attempt; stop?: AbortController }) {
  const events: SentEvent[] = []
  const said: string[] = []
  const saved: number[] = []
  let time = AFTERNOON
  const pause = async (ms: number) => {
    time += ms
  }
  const courier = new Courier({
    attempt: async (batch) => {
      expect(batch.length).toBeLessThanOrEqual(500)
      const attempt = answer(time)
      if (attempt.outcome === 'answered')
        events.push(...batch)
      return attempt
    },
    close: () => {},
  }, { pause, say: sentence => said.push(sentence) })
  const ended = run({ world: world({ origin }), courier, adapt: async events => events, from: from ?? origin, speed, until, count, now: () => time, pause, save: async reached => void saved.push(reached), signal: stop.signal })
  return { ended, events, said, saved, time: () => time }
}

it('tells the past at once, then goes on as time goes, and never tells the future', async () => {
  const { ended, events, saved, time } = start({ until: AFTERNOON + 2 * MINUTE })
  await ended
  expect(time()).toBeGreaterThanOrEqual(AFTERNOON + 2 * MINUTE)
  expect(time()).toBeLessThan(AFTERNOON + 2 * MINUTE + 1000)
  expect(saved.at(-1)).toBe(AFTERNOON + 2 * MINUTE)
  expect(events.filter(event => Date.parse(event.time) >= AFTERNOON).length).toBeGreaterThan(400)
  expect(Math.max(...events.map(event => Date.parse(event.time)))).toBeLessThan(AFTERNOON + 2 * MINUTE)
})

it('goes on where it ended: two runs tell what one tells', async () => {
  const whole = start({ until: AFTERNOON + 2 * MINUTE })
  const first = start({ until: AFTERNOON + MINUTE })
  await Promise.all([whole.ended, first.ended])
  const second = start({ from: AFTERNOON + MINUTE, until: AFTERNOON + 2 * MINUTE })
  await second.ended
  const ids = (events: SentEvent[]) => events.map(({ id }) => id).sort()
  expect(ids([...first.events, ...second.events])).toEqual(ids(whole.events))
})

it('plays the past faster, up to now and no further', async () => {
  const { ended, events, time } = start({ speed: 60, until: AFTERNOON + 2 * MINUTE })
  await ended
  // An hour at sixty times is a minute; then time goes as it does.
  expect(time() - AFTERNOON).toBeGreaterThanOrEqual(2 * MINUTE)
  expect(time() - AFTERNOON).toBeLessThan(2 * MINUTE + 2000)
  const positions = events.filter(({ type }) => type === 'patrol.position')
  expect(positions.length / (62 * 60)).toBeGreaterThan(4)
})

it('ends after a count', async () => {
  const { ended, events } = start({ count: 777 })
  expect(await ended).toBe(777)
  expect(events).toHaveLength(777)
})

it('while the other side is away keeps trying, says so once, then loses no matter and thins out positions', async () => {
  const gone = { from: AFTERNOON + MINUTE, to: AFTERNOON + 61 * MINUTE }
  const until = AFTERNOON + 62 * MINUTE
  const away = start({ until, answer: time => time >= gone.from && time < gone.to ? { outcome: 'again', because: 'gone' } : { outcome: 'answered' } })
  const steady = start({ until })
  await Promise.all([away.ended, steady.ended])
  const told = (events: SentEvent[], wanted: boolean) => events.filter(({ type }) => (type === 'patrol.position') === wanted).map(({ id }) => id)
  expect(told(away.events, false).sort()).toEqual(told(steady.events, false).sort())
  expect(told(away.events, true).length).toBeLessThan(told(steady.events, true).length / 2)
  expect(away.said).toHaveLength(2)
})

it('stops at once when told, although the other side is away', async () => {
  const stop = new AbortController()
  const { ended, saved } = start({ stop, answer: () => {
    stop.abort()
    return { outcome: 'again', because: 'gone' }
  } })
  await ended
  expect(saved).toEqual([])
})
