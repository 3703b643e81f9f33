import type { EventType } from '../../shared/state/eventTypes.ts'
import { z } from 'zod'
import { audience } from '../../shared/words/Audience.ts'
import { EVENT_TYPES } from '../../shared/state/eventTypes.ts'
import { regionCode } from '../../shared/words/codes.ts'
import { STREAMS } from '../../shared/words/stream.ts'

/** Positions are latest values, not happenings; they never leave by this way. */
const SENT_TYPES = EVENT_TYPES.filter(type => type !== 'patrol.position')

const type = z.enum([...SENT_TYPES, ...STREAMS.map(stream => `${stream}.*` as const)] as [string, ...string[]], 'a type such as incident.escalated, or all of a stream such as incident.*')
  .transform(name => name.endsWith('.*') ? SENT_TYPES.filter(each => each.startsWith(name.slice(0, -1))) : [name as EventType])

const target = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and dashes, at most 40'),
  url: z.url({ protocol: /^https?$/, error: 'an address that begins with https://' }).max(500)
    .refine(text => !URL.canParse(text) || isPlain(new URL(text)), 'an address without user, password and #'),
  types: z.array(type).min(1).max(100).transform(lists => new Set(lists.flat())),
  region: regionCode.optional(),
  audience: audience.default('screen'),
  /** The receiver stands on this machine or in the network of the house: http is lawful there, and only there. */
  local: z.boolean().default(false),
  secretEnv: z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/, 'the name of a variable').optional(),
  secretFile: z.string().min(1).max(500).optional(),
})
  .refine(({ secretEnv, secretFile }) => (secretEnv === undefined) !== (secretFile === undefined), { path: ['secretEnv'], error: 'give secretEnv or secretFile, one of them' })
  .refine(({ url, local }) => local || url.startsWith('https:'), { path: ['url'], error: 'https, unless the target says "local": true' })

/** The file that `WEBHOOKS` names: addresses outside that are told of events. */
export const targetsFile = z.strictObject({ targets: z.array(target).max(20) })
  .refine(({ targets }) => new Set(targets.map(({ name }) => name)).size === targets.length, { path: ['targets'], error: 'each target has a name of its own' })

function isPlain({ username, password, hash }: URL): boolean {
  return username === '' && password === '' && hash === ''
}
