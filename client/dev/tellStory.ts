import type { DistrictResource } from '../../shared/protocol/districtResource.ts'
import type { StateResource } from '../../shared/protocol/stateResource.ts'
import type { LinkStatus } from '../link/LinkReport.ts'
import type { WanggeEvent } from '../../shared/state/event.ts'
import type { Story, Told } from './stories.ts'
import { startOf, toCursor } from '../../shared/protocol/LogPosition.ts'
import { unsigned } from '../../shared/indicators/open/unsigned.ts'
import { STREAMS } from '../../shared/words/stream.ts'
import { useClock } from '../picture/clock.ts'
import { folding } from '../picture/folding.ts'
import { useDistrict } from '../base/district.ts'
import { useLink } from '../picture/link.ts'
import { useProjection } from '../picture/projection.ts'
import { useSelection } from '../picture/selection.ts'
import { useSession } from '../base/session.ts'
import { useUnattended } from '../wall/unattended/unattended.ts'

/** What a story is told with: a district, a state of it without and one with entries, and the time of that state, epoch ms. */
export interface Props {
  district: DistrictResource
  lively: StateResource
  empty: StateResource
  now: number
}

/** Tells the stores what they would have heard; whatever stands on the screen shows it. Its clock stands still. */
export function tellStory(story: Story, { district, lively, empty, now: newest }: Props): void {
  const now = newest + (story.laterMs ?? 0)
  useClock().followServer({ now: () => now })
  const [link, projection] = [useLink(), useProjection()]
  projection.foldBy(folding)
  if (!story.bare)
    useDistrict().load(district)
  if (story.past)
    useSession().at = now
  if (story.picture) {
    // Nothing is heard of but what the story tells.
    const resource = { ...(story.picture === 'lively' ? lively : empty), cursor: toCursor(startOf('story')) }
    const ago = (ms: number | undefined) => now - (ms ?? 2000)
    projection.applyState({ ...resource, at: now, heard: Object.fromEntries(STREAMS.map(stream => [stream, ago(story.heardMs?.[stream])])) })
    link.report.status(LIVE)
    const at = now - (story.frameMs ?? 0)
    const frame = { from: resource.cursor, to: resource.cursor, at, events: (story.told ?? []).map((told, place) => eventOf(told, now - told.agoMs, place)), log: { up: true, lagMs: 0, ...story.log, ...(story.loss && { loss: { id: 'told', at: now - story.loss.agoMs, times: story.loss.times, missing: story.loss.missing } }) } }
    projection.applyFrame(frame)
    if (story.told && projection.state) {
      useUnattended().see([])
      useUnattended().see(unsigned.measure(projection.state, district.code, now, district))
    }
    link.report.heard(frame)
    link.report.compared(story.agrees ?? true)
  }
  if (story.status)
    link.report.status({ ...LIVE, since: now - (story.frameMs ?? 60_000), nextAttemptAt: now + 4000, ...story.status })
  if (story.card)
    useSelection().select(story.card)
}

const LIVE: LinkStatus = { state: 'live', since: 0, attempt: 0, nextAttemptAt: undefined, reason: undefined }

function eventOf({ stream, type, subject, data }: Told, at: number, place: number): WanggeEvent {
  // A story tells what the schemas know: a test folds each.
  return { stream, entry: `${at}-${place}`, type, time: new Date(at).toISOString(), source: 'story', id: `story-${place}`, subject, data } as WanggeEvent
}
