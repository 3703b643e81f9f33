import { expect, it } from 'vitest'
import { reasonsOf } from '../../../server/http/reasonsOf.ts'
import { LogHealth } from '../../../server/read/LogHealth.ts'

const health = (more: Partial<LogHealth>) => Object.assign(new LogHealth({ monotonic: () => 0 }), more)

it('[T10][T11][T13][T14] each thing that is amiss is one sentence of its own, worst first', () => {
  expect(reasonsOf(health({}))).toEqual([])
  expect(reasonsOf(health({
    unwritable: 'OOM command not allowed.',
    unfit: 'Its Redis evicts keys.',
    clock: { fault: 'server-ahead', ms: 172_800_000 },
    loss: { id: 'e2', at: Date.UTC(2026, 11, 1), times: 1, missing: 1 },
  }))).toEqual([
    'The log takes no writes: OOM command not allowed.',
    'The log went back or lost entries at 2026-12-01T00:00:00.000Z: 1 open matter is missing. Nobody has signed for it at a desk yet.',
    'Its Redis evicts keys.',
    expect.stringMatching(/clock of this server is 172800 s ahead/),
  ])
  const said = (fault: 'server-behind' | 'log-ahead') => reasonsOf(health({ clock: { fault, ms: 60_000 } })).join()
  expect([said('server-behind'), said('log-ahead')]).toEqual([expect.stringMatching(/60 s behind/), expect.stringMatching(/newest entry of the log lies 60 s ahead/)])
})

it('[T10] the word is down only where the log cannot be read, whatever became of writes', () => {
  const one = health({})
  expect(one.word).toBe('down')
  one.refused('full')
  expect(one.word).toBe('down')
  one.answered(0)
  expect([one.word, one.said.unwritable]).toEqual(['read-only', true])
  one.wrote()
  expect([one.word, one.said]).toEqual(['up', { up: true, lagMs: 0 }])
})
