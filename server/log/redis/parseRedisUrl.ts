import type { Address, RedisTarget } from './RedisTarget.ts'

const ALLOWED = 'redis://[user:password@]host[:port][/database], redis+sentinel://[user:password@]host:port,host:port/master-name[/database], '
  + 'or for Cluster a list redis://host:port,redis://host:port; rediss:// and rediss+sentinel:// with TLS'

const URL_PATTERN = /^(redis|rediss)(\+sentinel)?:\/\/(?:([^@/]*)@)?([^@/?#]+)(?:\/([^?#]*))?$/

/** Parses REDIS_URL. A wrong one answers what is wrong and what is allowed, without repeating a password. */
export function parseRedisUrl(url: string): RedisTarget | { wrong: string } {
  const addresses = url.split(/,\s*(?=rediss?(?:\+sentinel)?:\/\/)/)
  const parsed = addresses.map(parseOne)
  const wrong = parsed.find(isWrong)
  if (wrong)
    return wrong
  const all = parsed as Parsed[]
  const first = all[0]!
  const hosts = all.flatMap(one => one.hosts)
  const access = { username: first.username, password: first.password, tls: first.tls }
  if (first.sentinel) {
    if (all.length > 1)
      return refuse('the list of sentinels needs redis+sentinel:// only once')
    const [master = '', db = '0', ...rest] = first.path.split('/')
    if (master === '' || rest.length > 0 || !isDatabase(db))
      return refuse('after the sentinels comes /master-name and perhaps /database')
    return { kind: 'sentinel', ...access, sentinels: hosts.map(host => address(host, 26379)), master, db: Number(db) }
  }
  if (all.some(one => one.sentinel || one.tls !== first.tls))
    return refuse('all addresses of a list need the same scheme')
  if (hosts.length > 1) {
    if (all.some(one => one.path !== '' && one.path !== '0'))
      return refuse('a cluster knows no databases')
    return { kind: 'cluster', ...access, nodes: hosts.map(host => address(host, 6379)) }
  }
  if (!isDatabase(first.path || '0'))
    return refuse('the database is a number')
  return { kind: 'standalone', ...access, address: address(hosts[0]!, 6379), db: Number(first.path || '0') }
}

interface Parsed {
  sentinel: boolean
  tls: boolean
  username: string | undefined
  password: string | undefined
  hosts: readonly string[]
  path: string
}

const HOST = /^(?:\[([0-9a-f:.]+)\]|([^:[\]\s]+))(?::(\d{1,5}))?$/i

function parseOne(url: string): Parsed | { wrong: string } {
  const match = URL_PATTERN.exec(url.trim())
  if (!match)
    return refuse('not a Redis address')
  const [, scheme, sentinel, secret = '', list = '', path = ''] = match
  const hosts = list.split(',').map(host => host.trim())
  if (!hosts.every(isHost))
    return refuse('a host or port in it is not one')
  const colon = secret.indexOf(':')
  const username = decode(colon < 0 ? '' : secret.slice(0, colon))
  const password = decode(secret.slice(colon + 1))
  if (username === undefined || password === undefined)
    return refuse('a % in the user or password must be written %25')
  return { sentinel: sentinel !== undefined, tls: scheme === 'rediss', username: username || undefined, password: password || undefined, hosts, path }
}

function isHost(host: string): boolean {
  const match = HOST.exec(host)
  const port = Number(match?.[3] ?? 1)
  return match !== null && port >= 1 && port <= 65535
}

function address(host: string, port: number): Address {
  const [, six, name, own] = HOST.exec(host) ?? []
  return { host: six ?? name ?? host, port: own === undefined ? port : Number(own) }
}

function isDatabase(text: string): boolean {
  return /^\d{1,4}$/.test(text)
}

function isWrong(parsed: Parsed | { wrong: string }): parsed is { wrong: string } {
  return 'wrong' in parsed
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  }
  catch {
    return undefined
  }
}

function refuse(why: string): { wrong: string } {
  return { wrong: `${why}; allowed: ${ALLOWED}` }
}
