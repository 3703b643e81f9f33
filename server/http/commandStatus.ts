import type { CommandReason } from '../../shared/commands/CommandRefusal.ts'

/** What contradicts the state of the matter is 409; these are not. */
const STATUS: Partial<Record<CommandReason, number>> = {
  'bad-command': 422,
  'unknown-incident': 404,
  'unknown-actor': 403,
  'not-allowed': 403,
  'not-yours': 403,
  'no-such-holder': 422,
  'not-of-grid': 422,
  'off-shift': 422,
  'needs-word': 422,
  'too-many': 429,
  'log-away': 503,
}

/** HTTP status of a command's refusal. */
export function commandStatus(reason: CommandReason): number {
  return STATUS[reason] ?? 409
}
