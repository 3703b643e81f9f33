import type { Entry } from '../../../server/log/EventLog.ts'
import { expect, it } from 'vitest'
import { systemClock } from '../../../server/clock.ts'
import { LogUnavailableError } from '../../../server/log/LogUnavailableError.ts'
import { LogHealth } from '../../../server/read/LogHealth.ts'
import { tailLog } from '../../../server/read/tailLog.ts'
import { quietLogger } from '../../support/quietLogger.ts'
import { waitFor } from '../../support/waitFor.ts'

it('[R1] goes on after the log was away, and says meanwhile that it is', async () => {
  const stop = new AbortController()
  const taken: Entry[] = []
  let away = true
  let asked = 0
  const entry = { stream: 'incident', id: '1-0', fields: {} }
  const health = new LogHealth(systemClock)
  const read = async ({ incident }: Readonly<Record<string, string>>): Promise<Entry[]> => {
    asked++
    if (away)
      throw new LogUnavailableError('gone for a walk')
    if (incident === '0-0')
      return [entry]
    await waitFor('the end', () => stop.signal.aborted)
    return []
  }
  const range = async (_stream: string, from: string) => {
    asked++
    if (away)
      throw new LogUnavailableError('gone for a walk')
    return from === '0-1' ? [entry] : []
  }
  const done = tailLog({
    log: { read, range, holds: async () => true },
    clock: systemClock,
    health,
    logger: quietLogger,
    position: () => ({ incident: taken.at(-1)?.id ?? '0-0' }),
    take: async entries => void taken.push(...entries),
    signal: stop.signal,
  })
  await waitFor('a second try', () => asked >= 2)
  expect(health).toMatchObject({ up: false, reason: 'gone for a walk' })
  away = false
  await waitFor('the entry', () => taken.length === 1)
  expect(health).toMatchObject({ up: true, reason: '' })
  stop.abort()
  await done
  expect(taken).toEqual([entry])
})
