import type { MattersAnswer } from '../../../shared/protocol/desk/matters.ts'
import { FetchFailedError } from '../../base/FetchFailedError.ts'

/** Parts of `GET /api/v1/incidents`; empty ones are left out. */
export type MattersAsked = Partial<Record<'text' | 'number' | 'place' | 'caller' | 'from' | 'to' | 'stage' | 'category' | 'severity' | 'within' | 'before' | 'limit', string>>

/** Matters by number, words, place, caller or date, ended ones too (C28). @throws FetchFailedError, or the abort's own error */
export async function fetchMatters(base: string, asked: MattersAsked, signal: AbortSignal): Promise<MattersAnswer> {
  const query = new URLSearchParams({ audience: 'desk', ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value.trim() !== '')) })
  const answer = await fetch(new URL(`api/v1/incidents?${query}`, base), { signal })
  if (!answer.ok)
    throw new FetchFailedError(`the search was answered ${answer.status}`)
  return await answer.json() as MattersAnswer
}
