import type { RootDatabase } from 'lmdb'
import { join } from 'node:path'
import { commit } from './commit.ts'
import { districtOf, keepDistrict } from './mark/keptDistrict.ts'
import { refuseOther } from './refuseOther.ts'

/** What the log says of itself: its epoch and its district. */
export class WordStore {
  private readonly words

  constructor(private readonly root: RootDatabase, private readonly randomId: () => string) {
    this.words = root.openDB<string, string>('words', { encoding: 'string' })
  }

  async epoch(): Promise<string> {
    return this.words.get('epoch') ?? this.renewEpoch(undefined)
  }

  /** Starts a new epoch if the current one is still `seen`; answers the one now in force. */
  async renewEpoch(seen: string | undefined): Promise<string> {
    const epoch = await commit(this.words, () => {
      const current = this.words.get('epoch')
      if (current !== seen)
        return current
      const fresh = this.randomId()
      void this.words.put('epoch', fresh)
      return fresh
    })
    await this.root.flushed
    return epoch ?? this.renewEpoch(undefined)
  }

  /** In the file and beside it, so that either can be gone. @throws LogUnavailableError if the log in `path` is another district's */
  keepDistrict(path: string, code: string | undefined): void {
    if (code === undefined)
      return
    const kept = this.words.get('district')
    refuseOther(path, code, kept)
    if (kept === undefined)
      this.words.putSync('district', code)
    if (districtOf(join(path, 'marks')) === undefined)
      keepDistrict(join(path, 'marks'), code)
  }

  /** Milliseconds for one read. */
  ping(): number {
    const start = performance.now()
    this.words.get('epoch')
    return performance.now() - start
  }

  /** One write, flushed, that leaves nothing growing. */
  async probe(text: string): Promise<void> {
    await commit(this.words, () => void this.words.put('probe', text))
    await this.root.flushed
  }
}
