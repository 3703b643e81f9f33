import { describe, expect, it } from 'vitest'
import { PLAIN_ADDRESS, readAddress, writeAddress } from '../../../client/base/address.ts'

describe('the address of a scene', () => {
  it('comes back as it was written', () => {
    const address = { region: '152921402', measure: 'rate', grid: '152921402001001', locale: 'en', brightness: 'night', bezels: { columns: 3, rows: 1 }, kiosk: true, plan: 'overview@60,attention@90', takeover: 'II', turnMs: 90_000, curtainSince: 1_795_588_327_000, wall: '大厅 1', at: Date.parse('2026-11-24T14:32:07.250+08:00') } as const
    const query = new URLSearchParams(Object.entries(writeAddress(address)).map(([name, value]) => [name, value ?? '']))
    expect(readAddress(query)).toEqual(address)
  })

  it('leaves out what is plain', () => {
    expect(writeAddress(PLAIN_ADDRESS)).toEqual({})
    expect(readAddress(new URLSearchParams())).toEqual(PLAIN_ADDRESS)
  })

  it.each(['region=15292', 'region=DROP', 'grid=152921', 'measure=money', 'lang=xx', 'brightness=11', 'bezels=0x1', 'bezels=3', 'kiosk=off', 'plan=overview', 'takeover=III', 'turn=4', 'turn=1e9', 'curtain=on', 'wall=-', 'at=yesterday', 'at=2026-11-24'])('takes no notice of %s', (query) => {
    expect(readAddress(new URLSearchParams(query))).toEqual(PLAIN_ADDRESS)
  })

  it('reads a moment whose plus sign became a blank', () => {
    expect(readAddress(new URLSearchParams('at=2026-11-24T14:32:07+08:00')).at).toBe(Date.parse('2026-11-24T14:32:07+08:00'))
  })
})
