import { describe, it } from 'vitest'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { serverComesBack } from './stories/serverComesBack.ts'

describe('with its log in DATA_DIR', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)('[P4][P12][K4] a server ended by %s comes back with everything, and its clients resume', async (signal) => {
    await using folder = await temporaryFolder()
    await serverComesBack({ DATA_DIR: folder.path }, signal)
  }, 60_000)
})
