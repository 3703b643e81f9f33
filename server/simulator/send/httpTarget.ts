import type { SentEvent } from '../day/SimulatedEvent.ts'
import type { Attempt, Target } from './Target.ts'
import { z } from 'zod'
import { CannotRunError } from '../CannotRunError.ts'

const TIMEOUT_MS = 30_000
const NOT_NOW = new Set([408, 425, 429])

const answer = z.object({
  results: z.array(z.object({ accepted: z.boolean(), reason: z.string().optional(), path: z.string().optional(), message: z.string().optional() })),
})

/** `POST /api/v1/events` of a server. */
export function httpTarget(base: string): Target {
  const address = new URL('/api/v1/events', base).href
  return {
    attempt: (batch, signal) => attempt(address, batch, signal),
    close: () => {},
  }
}

async function attempt(address: string, batch: readonly SentEvent[], stop: AbortSignal): Promise<Attempt> {
  let response: Response
  let text: string
  try {
    response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(batch),
      signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    text = await response.text()
  }
  catch (error) {
    return { outcome: 'again', because: `${address} cannot be reached: ${reasonOf(error)}` }
  }
  if (response.status === 200 || response.status === 422)
    return fromResults(batch, text)
  if (response.status >= 500 || NOT_NOW.has(response.status)) {
    const afterMs = retryAfterMs(response.headers.get('retry-after'))
    return { outcome: 'again', because: `${address} answers ${response.status}`, ...(afterMs !== undefined && { afterMs }) }
  }
  throw new CannotRunError(`${address} answers ${response.status}; is a Wangge server at ${new URL(address).origin}?`)
}

function fromResults(batch: readonly SentEvent[], text: string): Attempt {
  const parsed = answer.safeParse(json(text))
  if (!parsed.success)
    return { outcome: 'again', because: 'the answer is not one of a Wangge server' }
  const { results } = parsed.data
  if (results.some(({ reason }) => reason === 'too-many'))
    return { outcome: 'again', because: 'too many events' }
  const index = results.findIndex(({ accepted }) => !accepted)
  const first = results[index]
  return first ? { outcome: 'answered', refused: `${batch[index]?.type} ${batch[index]?.id}: ${first.reason} ${first.path ?? ''} ${first.message ?? ''}` } : { outcome: 'answered' }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch {
    return undefined
  }
}

/** Seconds as `Retry-After` writes them; a date is left to the usual back-off. */
function retryAfterMs(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header) ? Number(header) * 1000 : undefined
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error))
    return String(error)
  return error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : error.name
}
