import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import type { Clock } from '../../clock.ts'
import type { Logger } from '../../Logger.ts'
import { authorityOf } from '../../config/authorityOf.ts'
import { HostList } from './HostList.ts'
import { isForeignPage } from './isForeignPage.ts'
import { OnceAMinute } from './OnceAMinute.ts'
import { originOf } from './originOf.ts'

interface Parts {
  hosts: readonly string[]
  publicUrl?: string | undefined
  /** Whether what a request says of the way that it came may be believed (`TRUST_PROXY`). */
  isTrusted: (request: IncomingMessage) => boolean
  clock: Clock
  logger: Logger
}

/** Why a request is not let in; `detail` says the fix. */
export interface Turned {
  status: 400 | 403 | 421
  detail: string
  reason?: 'host' | 'origin'
}

const MOST_SHOWN = 200

/** Looks at who asks, and under which name, before anything else does: requests and upgrades alike (S1 to S5). */
export class Door {
  /** Requests and upgrades that were not let in since this server started, by status. */
  readonly turned = new Map<string, number>()
  private readonly hosts: HostList
  private readonly misnamed: OnceAMinute
  private readonly foreign: OnceAMinute

  constructor(private readonly parts: Parts) {
    this.hosts = new HostList(parts.hosts, parts.publicUrl)
    this.misnamed = new OnceAMinute(parts.clock)
    this.foreign = new OnceAMinute(parts.clock)
  }

  /** Undefined where it may come in. @param opensLink whether it is an upgrade, which opens a link both ways */
  whyNot(request: IncomingMessage, opensLink: boolean): Turned | undefined {
    const isRead = !opensLink && (request.method === 'GET' || request.method === 'HEAD')
    return this.misdirected(request) ?? (isRead ? undefined : this.fromForeignPage(request))
  }

  /** For what a page of another origin may not do. What writes by GET asks here as well. */
  fromForeignPage(request: IncomingMessage): Turned | undefined {
    const { headers } = request
    const { publicUrl, logger } = this.parts
    const own = `${this.schemeOf(request)}://${this.hostOf(request)}`
    if (!isForeignPage(headers, [originOf(own), originOf(publicUrl ?? '')]))
      return undefined
    this.count(403)
    // Of a Referer the origin alone: its path may say more.
    const origin = shown(originOf(headers.origin ?? headers.referer ?? '') ?? 'another site')
    const host = shown(this.hostOf(request))
    this.foreign.say(refused => logger.warn({ origin, host, publicUrl, refused }, `a page of ${origin} was refused, for this server was asked as ${host}; if that page is its own behind a proxy, set PUBLIC_URL to the address that browsers use`))
    return {
      status: 403,
      reason: 'origin',
      detail: `A page of ${origin} may not do this here: the server was asked as ${host}. If that page is its own behind a proxy, set PUBLIC_URL to the address that browsers use.`,
    }
  }

  private misdirected(request: IncomingMessage): Turned | undefined {
    if (request.rawHeaders.filter((header, i) => i % 2 === 0 && header.toLowerCase() === 'host').length > 1) {
      this.count(400)
      return { status: 400, reason: 'host', detail: 'A request has one Host.' }
    }
    const named = [request.headers.host ?? '', this.hostOf(request), ...targetOf(request)]
    const unknown = named.find((host) => {
      const authority = authorityOf(host)
      return !authority || !this.hosts.knows(authority)
    })
    if (unknown === undefined)
      return undefined
    this.count(421)
    const host = shown(unknown)
    this.misnamed.say(refused => this.parts.logger.warn({ host, refused }, `somebody asked for ${host || 'no host'}, which is no name of this server; if it is one, add it to HOSTS, or set PUBLIC_URL`))
    return {
      status: 421,
      reason: 'host',
      detail: `${host ? `This server is not known as ${host}` : 'The request does not say its Host'}. Ask it as localhost or 127.0.0.1, or let whoever runs it add the name to HOSTS (or set PUBLIC_URL).`,
    }
  }

  private count(status: Turned['status']): void {
    this.turned.set(String(status), (this.turned.get(String(status)) ?? 0) + 1)
  }

  /** The name that the client asked for: what a trusted proxy says of it, else `Host`. */
  private hostOf(request: IncomingMessage): string {
    return this.forwarded(request, 'x-forwarded-host') ?? request.headers.host ?? ''
  }

  private schemeOf(request: IncomingMessage): string {
    return this.forwarded(request, 'x-forwarded-proto') ?? ((request.socket as TLSSocket).encrypted ? 'https' : 'http')
  }

  private forwarded(request: IncomingMessage, header: 'x-forwarded-host' | 'x-forwarded-proto'): string | undefined {
    const text = request.headers[header]
    return text !== undefined && this.parts.isTrusted(request) ? String(text).split(',')[0]!.trim() : undefined
  }
}

/** The authority of a request's target where it is a whole address, which programs may send and proxies do. */
function targetOf({ url = '' }: IncomingMessage): string[] {
  return url.startsWith('/') || url === '*' ? [] : [/^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '']
}

/** What strangers send is shown, but not at any length. */
function shown(text: string): string {
  return text.slice(0, MOST_SHOWN)
}
