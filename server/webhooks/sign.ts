import { createHmac } from 'node:crypto'

/** Headers that prove a body's origin: HMAC-SHA256 over `timestamp.body`, in hexadecimal; timestamp in seconds since 1970. */
export function sign(body: string, secret: string, nowMs: number): Record<'wangge-timestamp' | 'wangge-signature', string> {
  const timestamp = String(Math.floor(nowMs / 1000))
  return {
    'wangge-timestamp': timestamp,
    'wangge-signature': `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
  }
}
