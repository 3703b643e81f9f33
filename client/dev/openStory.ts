import { emptyState } from '../../shared/state/emptyState.ts'
import { toSnapshot } from '../../shared/state/toSnapshot.ts'
import { fetchDistrict } from '../link/fetchDistrict.ts'
import { stateFrom, stateHref } from '../link/fetchState.ts'
import { STORIES } from './stories.ts'
import { tellStory } from './tellStory.ts'

/** Tells a story with what the running server has; an unknown one is the live picture, standing. */
export async function openStory(name: string, base: string): Promise<void> {
  const { signal } = new AbortController()
  const district = await fetchDistrict(base, 'screen', signal)
  const lively = await stateFrom(base)(stateHref({ audience: 'screen', region: district.code }), signal)
  const nothing = emptyState(lively.state.basis)
  const empty = { ...lively, digest: nothing.digest.of(district.code), state: toSnapshot(nothing), positions: [] }
  const story = Object.entries(STORIES).find(([each]) => each === name)?.[1] ?? STORIES.live
  tellStory(story, { district, lively, empty, now: lively.at })
}
