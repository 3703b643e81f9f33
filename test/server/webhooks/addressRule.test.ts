import { expect, it } from 'vitest'
import { isAllowedAddress } from '../../../server/webhooks/addressRule.ts'

const PUBLIC = ['1.1.1.1', '223.5.5.5', '2400:3200::1', '172.32.0.1', '::ffff:8.8.8.8']
const HOUSE = ['127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '::1', 'fd00::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1']
const NOBODY = ['0.0.0.0', '169.254.169.254', '224.0.0.1', '255.255.255.255', '::', 'fe80::1', 'ff02::1', '::ffff:169.254.169.254', '64:ff9b::7f00:1', '2002:7f00:1::', 'localhost', '127.1', '']

it('[H7] public addresses are outside, private ones in the house, special ones nobody’s', () => {
  expect(PUBLIC.map(address => [isAllowedAddress(address, false), isAllowedAddress(address, true)])).toEqual(PUBLIC.map(() => [true, false]))
  expect(HOUSE.map(address => [isAllowedAddress(address, false), isAllowedAddress(address, true)])).toEqual(HOUSE.map(() => [false, true]))
  expect(NOBODY.map(address => isAllowedAddress(address, false) || isAllowedAddress(address, true))).toEqual(NOBODY.map(() => false))
})
