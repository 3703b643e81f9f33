import type { Scope } from '../../shared/protocol/subscribe.ts'
import type { StateResource } from '../../shared/protocol/stateResource.ts'
import { FetchFailedError } from './FetchFailedError.ts'

/** Gets a state from a path of the own server. @throws FetchFailedError, or the abort's own error */
export type FetchState = (href: string, signal: AbortSignal) => Promise<StateResource>

/** @param origin such as `http://127.0.0.1:8080` */
export function stateFrom(origin: string): FetchState {
  return async (href, signal) => {
    const url = new URL(href, origin)
    if (url.origin !== new URL(origin).origin)
      throw new FetchFailedError(`${url.origin} is another server`)
    const answer = await fetch(url, { signal, cache: 'no-cache', headers: { accept: 'application/json' } })
    if (!answer.ok)
      throw new FetchFailedError(`the state answered ${answer.status}`)
    return await answer.json() as StateResource
  }
}

/** Path of a scope's state (P2). */
export function stateHref({ audience, region }: Scope): string {
  return `/api/v1/state?audience=${audience}&region=${region}`
}
