interface Access {
  username: string | undefined
  password: string | undefined
  tls: boolean
}

export interface Address {
  host: string
  port: number
}

/** Where the log's Redis lives. A cluster knows only database 0. */
export type RedisTarget =
  | Access & { kind: 'standalone', address: Address, db: number }
  | Access & { kind: 'sentinel', sentinels: readonly Address[], master: string, db: number }
  | Access & { kind: 'cluster', nodes: readonly Address[] }

/** Words for people, without secrets. */
export function describeTarget(target: RedisTarget): string {
  switch (target.kind) {
    case 'standalone':
      return `Redis at ${text(target.address)}${target.db === 0 ? '' : `, database ${target.db}`}`
    case 'sentinel':
      return `Redis ${target.master} by sentinels ${target.sentinels.map(text).join(', ')}`
    case 'cluster':
      return `Redis Cluster at ${target.nodes.map(text).join(', ')}`
  }
}

function text({ host, port }: Address): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}
