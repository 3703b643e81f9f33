import type { Authority } from '../../config/authorityOf.ts'
import { authorityOf } from '../../config/authorityOf.ts'

const DEFAULT_PORTS = [80, 443]

/**
 * Names under which the server may be asked: those of loopback, and those of the site (S1). Any other one is a name that
 * somebody made point here, so that his page would count as ours (DNS rebinding).
 */
export class HostList {
  private readonly known: readonly Authority[]

  /** @param hosts as `HOSTS` has them; one with a port is known at that port alone */
  constructor(hosts: readonly string[], publicUrl: string | undefined) {
    const site = publicUrl === undefined ? [] : [new URL(publicUrl).hostname]
    this.known = [...hosts, ...site].map(host => authorityOf(host)!)
  }

  knows({ name, port }: Authority): boolean {
    return isLoopback(name) || this.known.some(one => one.name === name && (one.port === undefined || one.port === port || (port === undefined && DEFAULT_PORTS.includes(one.port))))
  }
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(name)
}
