import type { Publication } from '../../../../client/picture/schedule/Publication.ts'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { createSchedule } from '../../../../client/picture/schedule/schedule.ts'
import { Gathering } from '../../../../client/picture/schedule/Publication.ts'
import { FakeTimers } from '../../../support/FakeTimers.ts'

function screen(frameCost?: (tell: (ms: number) => void) => void) {
  const timers = new FakeTimers(10_000)
  const listeners = new Set<(publication: Publication) => void>()
  const schedule = createSchedule({ onPublish: (listener) => { listeners.add(listener); return () => listeners.delete(listener) }, clock: timers, timers, ...(frameCost && { frameCost }) })
  const publish = (change: Partial<Record<keyof Publication, unknown>>) => listeners.forEach(listener => listener(Object.assign(new Gathering(), change)))
  return { timers, schedule, publish, listeners }
}

const incident = { streams: new Set(['incident']), grids: new Set([3]), hours: true }

describe('the screen’s scheduler', () => {
  it('[K3] a panel redraws at once after quiet, then at most once a second, a chart once in five, and the last change is never lost', () => {
    const { timers, schedule, publish } = screen()
    const drawn: number[] = []
    const charts: number[] = []
    schedule.onTouched({ streams: ['incident'] }, () => drawn.push(timers.now()))
    schedule.onTouched({ streams: ['incident'], chart: true }, () => charts.push(timers.now()))
    for (let ms = 0; ms < 2500; ms += 100) {
      publish(incident)
      timers.advance(100)
    }
    timers.advance(10_000)
    expect(drawn).toEqual([10_000, 11_000, 12_000, 13_000])
    expect(charts).toEqual([10_000, 15_000])
  })

  it('what shows another state does not wait', () => {
    const { timers, schedule, publish } = screen()
    const charts: number[] = []
    schedule.onTouched({ streams: ['incident'], chart: true }, () => charts.push(timers.now()))
    for (const change of [incident, { whole: true }, incident]) {
      publish(change)
      timers.advance(100)
    }
    timers.advance(10_000)
    expect(charts).toEqual([10_000, 10_100, 15_100])
  })

  it('text is redrawn each 100 ms, all at one moment, and told of after it', () => {
    const { timers, schedule, publish } = screen()
    const seen: [number, string][] = []
    schedule.onGroup('text', { streams: ['incident'] }, () => seen.push([timers.now(), 'matters']))
    schedule.onGroup('text', { streams: ['patrol'] }, () => seen.push([timers.now(), 'patrol']))
    schedule.onGroup('text', { everyMs: 2000 }, () => seen.push([timers.now(), 'age']))
    schedule.afterGroup('text', ({ entries }) => seen.push([timers.now(), `after ${entries.length}`]))
    for (let ms = 0; ms < 200; ms += 40) {
      publish({ ...incident, entries: [1] })
      timers.advance(40)
    }
    timers.advance(2000)
    expect(seen).toEqual([[10_000, 'matters'], [10_000, 'after 1'], [10_100, 'matters'], [10_100, 'after 2'], [10_200, 'matters'], [10_200, 'after 2'], [12_000, 'age']])
  })

  it('a group whose frames are dear rests for as long as five of them, and hurries again when they are cheap', async () => {
    let cost = 60
    const { timers, schedule, publish } = screen(tell => tell(cost))
    const drawn: number[] = []
    schedule.onGroup('text', { streams: ['incident'] }, () => drawn.push(timers.now()))
    const gaps = async (count: number) => {
      drawn.length = 0
      while (drawn.length <= count) {
        publish(incident)
        timers.advance(10)
        await nextTick()
        await nextTick()
      }
      return drawn.slice(1).map((at, index) => at - drawn[index]!)
    }
    expect((await gaps(12)).at(-1)).toBeGreaterThanOrEqual(280)
    cost = 1
    expect((await gaps(12)).at(-1)).toBe(100)
    cost = 100_000
    expect((await gaps(4)).at(-1)).toBe(2000)
  })

  it('[T4] tells when all that follows a group is done', async () => {
    const { schedule, publish } = screen()
    const seen: string[] = []
    let draw = () => {}
    schedule.afterGroup('map', () => new Promise<void>(resolve => draw = resolve))
    schedule.afterGroup('map', () => seen.push('told'))
    schedule.whenDone('map', ({ entries }) => seen.push(`done ${entries.length}`))
    publish({ ...incident, entries: [1, 2] })
    await Promise.resolve()
    expect(seen).toEqual(['told'])
    draw()
    await expect.poll(() => seen).toEqual(['told', 'done 2'])
  })

  it('a chart whose own data was not touched does not redraw', () => {
    const { timers, schedule, publish } = screen()
    let drawn = 0
    schedule.onTouched({ streams: ['patrol'] }, () => drawn++)
    publish(incident)
    timers.advance(2000)
    expect(drawn).toBe(0)
    publish({ whole: true })
    expect(drawn).toBe(1)
  })

  it('what depends on now is asked again as time goes by', () => {
    const { timers, schedule } = screen()
    const drawn: number[] = []
    schedule.onTouched({ everyMs: 5000 }, () => drawn.push(timers.now()))
    timers.advance(11_000)
    expect(drawn).toEqual([15_000, 20_000])
  })

  it('the map is flushed at most twice a second, with all that was touched since', () => {
    const { timers, schedule, publish } = screen()
    const flushed: [number, number[], number][] = []
    schedule.afterGroup('map', ({ grids, entries }) => flushed.push([timers.now(), [...grids], entries.length]))
    for (let grid = 0; grid < 7; grid++) {
      publish({ grids: new Set([grid]), entries: [1, 2] })
      timers.advance(100)
    }
    timers.advance(1000)
    expect(flushed).toEqual([[10_000, [0], 2], [10_500, [1, 2, 3, 4], 8], [11_000, [5, 6], 4]])
  })

  it('[K6] its second is the clock’s, and what is stopped leaves nothing', () => {
    const { timers, schedule, publish, listeners } = screen()
    expect(schedule.second.value).toBe(10_000)
    timers.advance(1500)
    expect(schedule.second.value).toBe(11_000)
    let drawn = 0
    const stops = [schedule.onTouched({ streams: ['incident'], everyMs: 1000 }, () => drawn++), schedule.afterGroup('map', () => drawn++), schedule.afterGroup('text', () => drawn++)]
    publish(incident)
    publish(incident)
    stops.forEach(stop => stop())
    schedule.stop()
    const before = drawn
    publish(incident)
    timers.advance(2000)
    expect(drawn).toBe(before)
    expect([listeners.size, timers.pending]).toEqual([0, 0])
  })
})
