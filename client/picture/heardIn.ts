import type { State } from '../../shared/state/State.ts'
import type { StateResource } from '../../shared/protocol/stateResource.ts'
import type { HeardByStream } from './Heard.ts'
import { familyOf } from '../../shared/state/familyOf.ts'
import { byStream } from '../../shared/words/byStream.ts'

/** What is heard of each stream with a fresh state: the log's newest entries, and the newest times in the slices. */
export function heardIn({ heard }: Pick<StateResource, 'heard'>, state: State): HeardByStream {
  return byStream((stream) => {
    const { key, newestAt } = familyOf(stream)
    return { entry: heard[stream] ?? 0, event: newestAt(state[key]) }
  })
}
