import type { LookupFunction } from 'node:net'
import { lookup } from 'node:dns'
import { BlockList, isIP } from 'node:net'

const HOUSE = blockList(['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '::1/128', 'fc00::/7'])
/** This network, link-local with the metadata services of clouds, documentation, benchmarks, multicast, reserved, translated. */
const NOBODY = blockList([
  '0.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '64:ff9b::/96',
  '2001:db8::/32',
  '2002::/16',
  'fe80::/10',
  'ff00::/8',
])

/** Whether a target may be at an IP address: a local one in the network of the house alone, any other one outside it alone. */
export function isAllowedAddress(address: string, local: boolean): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  return isIP(address) !== 0 && !NOBODY.check(address, family) && HOUSE.check(address, family) === local
}

/**
 * Looks a name up and answers only if every address is allowed. Given to the connection itself, so that a name cannot be one thing
 * when it is checked and another when it is used. (Addresses in figures are not looked up: check them before.)
 */
export function guardedLookup(local: boolean): LookupFunction {
  return (hostname, options, answer) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error)
        return answer(error, '', 0)
      if (addresses.length === 0 || !addresses.every(({ address }) => isAllowedAddress(address, local)))
        return answer(new Error('address not allowed'), '', 0)
      if (options.all)
        answer(null, addresses)
      else
        answer(null, addresses[0]!.address, addresses[0]!.family)
    })
  }
}

function blockList(subnets: string[]): BlockList {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [net = '', prefix] = subnet.split('/')
    list.addSubnet(net, Number(prefix), isIP(net) === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}
