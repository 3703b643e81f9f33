import type { RevealAnswer } from '../../../shared/protocol/desk/revealAnswer.ts'
import type { RevealAsk } from '../../../shared/protocol/desk/reveal.ts'
import { revealAnswer } from '../../../shared/protocol/desk/revealAnswer.ts'
import { askJson } from '../../base/askJson.ts'

/** Asks for what is masked; sent again under its id it leaves one trace (A26). @throws CutError where it is not known what became of it */
export function askReveal(base: string, ask: RevealAsk, signal: AbortSignal): Promise<RevealAnswer> {
  return askJson(revealAnswer, new URL('api/v1/reveal', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ask),
    signal,
  })
}
