import { it } from 'vitest'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { killedWhileCommanded } from './stories/killedWhileCommanded.ts'

it('[C7] killed between accept and answer, with its log in DATA_DIR: exactly one effect', async () => {
  await using folder = await temporaryFolder()
  await killedWhileCommanded({ DATA_DIR: folder.path })
}, 120_000)
