import type { Audience } from '../../shared/words/Audience.ts'
import type { WanggeEvent } from '../../shared/state/event.ts'
import type { AliasOf } from '../../shared/words/publicId.ts'
import { redactEvent } from '../../shared/audience/redactEvent.ts'

/** An event as it leaves: a CloudEvent 1.0 in structured mode, redacted for its receiver. `source` and `id` are the same however often it is sent. */
export function toCloudEvent(event: WanggeEvent, audience: Audience, district: string, aliasOf: AliasOf): Record<string, unknown> {
  const { type, time, subject, actor, data } = redactEvent(event, audience, aliasOf)
  return {
    specversion: '1.0',
    type,
    source: `/wangge/${district}`,
    id: `${event.stream}/${event.entry}`,
    time,
    subject,
    ...(actor !== undefined && { actor }),
    datacontenttype: 'application/json',
    data,
  }
}
