import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe } from 'vitest'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { eventLogContract } from '../../contract/eventLog.ts'

const clock = { now: () => Date.now() }

describe('the embedded log', () => {
  const directory = mkdtempSync(join(tmpdir(), 'wangge-log-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  eventLogContract(async () => new EmbeddedEventLog({ dataDir: mkdtempSync(join(directory, 'log-')), clock }))
})
