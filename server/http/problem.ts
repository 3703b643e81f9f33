import type { Response } from 'express'
import { STATUS_CODES } from 'node:http'

/** Answers a whole request with an error: `application/problem+json` (RFC 9457). `detail` says the fix. */
export function problem(response: Response, status: number, detail: string, more: Record<string, unknown> = {}): void {
  response.status(status).type('application/problem+json').json({ type: 'about:blank', title: STATUS_CODES[status], status, detail, ...more })
}
