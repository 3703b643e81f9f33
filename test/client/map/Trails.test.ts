import { describe, expect, it } from 'vitest'
import { Trails } from '../../../client/map/Trails.ts'

const MINUTE = 60_000
const add = (trails: Trails, worker: string, at: number) => trails.add({ worker, lng: at / MINUTE, lat: 0, at })

describe('trails', () => {
  it('hold the last hour of a worker, oldest first', () => {
    const trails = new Trails()
    for (let minute = 0; minute <= 90; minute++)
      add(trails, '~a', minute * MINUTE)
    const points = trails.of('~a')
    expect(points[0]!.at).toBe(31 * MINUTE)
    expect(points.at(-1)!.at).toBe(90 * MINUTE)
    expect(trails.of('~b')).toEqual([])
  })

  it('keep few points of who reports often, and always the newest', () => {
    const trails = new Trails()
    for (let at = 0; at <= 60 * MINUTE; at += 2000)
      add(trails, '~a', at)
    expect(trails.of('~a').length).toBeLessThanOrEqual(90)
    expect(trails.of('~a').at(-1)!.at).toBe(60 * MINUTE)
    add(trails, '~a', 5 * MINUTE)
    expect(trails.of('~a').at(-1)!.at).toBe(60 * MINUTE)
  })

  it('are bounded in all: the more workers, the fewer points each', () => {
    const trails = new Trails()
    for (let minute = 0; minute < 61; minute++) {
      for (let worker = 0; worker < 1200; worker++)
        add(trails, `~${worker}`, minute * MINUTE)
    }
    const kept: number[] = Array.from({ length: 1200 }, (_, worker) => trails.of(`~${worker}`).length)
    expect(kept.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(60_000)
    expect(kept[1199]).toBe(50)
  })

  it('end with the round of a worker', () => {
    const trails = new Trails()
    add(trails, '~a', 0)
    add(trails, '~b', 0)
    trails.forget('~a')
    trails.keep(worker => worker === '~c')
    expect([trails.of('~a'), trails.of('~b')]).toEqual([[], []])
  })
})
