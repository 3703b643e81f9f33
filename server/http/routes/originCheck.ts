import type { Addresses } from '../Addresses.ts'

/**
 * `POST /api/v1/origin-check`: whether this page may write and open `/live` here. A browser says its origin with a POST and with a
 * handshake, not with a GET, and shows no body of a handshake that failed; so a page that cannot link asks here (S6).
 * The door answers in its place where it may not: 403 with `reason: "origin"`.
 */
export function originCheck(addresses: Addresses): void {
  addresses.add('/api/v1/origin-check', { POST: (_request, response) => void response.status(204).end() })
}
