import { z } from 'zod'

const ALLOWED = 'an address such as https://wangge.example.cn or https://example.cn/wangge, its path of letters, digits, dots, dashes and not beginning as this server\'s own'
const PATH = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*$/
/** A proxy may leave the path on or take it off; where it began as an address of our own nobody could tell which. */
const OURS = /^\/(?:api|assets|briefing|duty|dev|healthz|live|metrics|open311|osmand|readyz|replay|setup|sign-in|admin|socket\.io|wall)(?:\/|$)/i

/** `PUBLIC_URL`: where browsers reach the server, with or without a path; without a slash at its end. */
export const publicUrl = z.url({ protocol: /^https?$/, error: ALLOWED })
  .transform(url => new URL(url))
  .refine(({ search, hash, username, password, pathname }) => {
    const path = pathname.replace(/\/+$/, '')
    return `${search}${hash}${username}${password}` === '' && PATH.test(path) && !OURS.test(path)
  }, ALLOWED)
  .transform(({ origin, pathname }) => `${origin}${pathname.replace(/\/+$/, '')}`)
