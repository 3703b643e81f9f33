import type { Scope } from '../../shared/protocol/subscribe.ts'
import type { StateResource } from '../../shared/protocol/stateResource.ts'
import { FetchFailedError } from '../base/FetchFailedError.ts'

/** Gets a state from an address of the own server, relative to its base. @throws FetchFailedError, or the abort's own error */
export type FetchState = (href: string, signal: AbortSignal) => Promise<StateResource>

/** @param base such as `http://127.0.0.1:8080/` */
export function stateFrom(base: string): FetchState {
  return async (href, signal) => {
    const url = new URL(href, base)
    if (url.origin !== new URL(base).origin)
      throw new FetchFailedError(`${url.origin} is another server`)
    const answer = await fetch(url, { signal, cache: 'no-cache', headers: { accept: 'application/json' } })
    if (!answer.ok)
      throw new FetchFailedError(`the state answered ${answer.status}`)
    return await answer.json() as StateResource
  }
}

/** Where a scope's state is (P2), relative to the server's base. */
export function stateHref({ audience, region }: Scope): string {
  return `api/v1/state?audience=${audience}&region=${region}`
}
