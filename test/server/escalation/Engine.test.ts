import { afterAll, describe } from 'vitest'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { engineStories } from './engineStories.ts'

describe('on the embedded log', () => {
  const folders: AsyncDisposable[] = []
  afterAll(() => Promise.all(folders.map(folder => folder[Symbol.asyncDispose]())))

  engineStories(async (clock) => {
    const folder = await temporaryFolder()
    folders.push(folder)
    return new EmbeddedEventLog({ dataDir: folder.path, clock })
  })
})
