import type { Frame } from '../../../shared/protocol/frame.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { useLink } from '../../../client/picture/link.ts'

beforeEach(() => setActivePinia(createPinia()))

const live = { state: 'live', since: 0, attempt: 0, nextAttemptAt: undefined, reason: undefined } as const

function frame(at: number, log?: Frame['log']): Frame {
  return { from: 'c', to: 'c', at, events: [], ...(log && { log }) }
}

it('[T1] while the server does not reach its log, the picture is of when it still did', () => {
  const link = useLink()
  link.report.status(live)
  link.report.heard(frame(10_000, { up: true, lagMs: 3 }))
  expect([link.truth, link.pictureAt]).toEqual(['live', 10_000])
  link.report.heard(frame(12_000, { up: false, lagMs: 2000 }))
  link.report.heard(frame(19_000, { up: false, lagMs: 9000 }))
  expect([link.truth, link.pictureAt]).toEqual(['log-down', 12_000])
  link.report.heard(frame(20_000, { up: true, lagMs: 0 }))
  expect([link.truth, link.pictureAt]).toEqual(['live', 20_000])
})

it('[T1] after a cut it knows the very moment of the last frame', () => {
  const link = useLink()
  link.report.status(live)
  link.report.heard(frame(10_000))
  link.report.heard(frame(10_400))
  link.report.status({ ...live, state: 'cut', attempt: 1, reason: 'lost' })
  expect([link.truth, link.pictureAt]).toEqual(['cut', 10_400])
})
