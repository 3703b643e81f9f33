import type { WanggeEvent } from '../../../shared/events/event.ts'
import { describe, expect, it } from 'vitest'
import { toPosition } from '../../../shared/audience/toPosition.ts'
import { SOS_SHOWN_MS } from '../../../shared/domain/sosShownMs.ts'
import { aliasOf } from '../../../shared/words/alias.ts'
import { foldAll } from '../../support/foldAll.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

const grid = tinyBasis.grids[3]!
const at = Date.UTC(2026, 10, 24, 2)
const always = { tracking: 'on-shift', onShift: () => true } as const
const never = { tracking: 'on-shift', onShift: () => false } as const

describe('toPosition', () => {
  it('[A5] gives a screen an alias and a place rounded to 0.001°, the desk the exact one', () => {
    const state = foldAll([position(at)])
    expect(toPosition(state, 'S00001', 'screen', always)).toEqual({ worker: aliasOf('S00001'), grid, lng: 105.689, lat: 38.841, at })
    expect(toPosition(state, 'S00001', 'desk', always)).toEqual({ worker: 'S00001', grid, lng: 105.68943, lat: 38.84148, at })
  })

  it('[A5] gives nobody a position off shift, nor where tracking is off or for emergencies alone', () => {
    const state = foldAll([position(at)])
    for (const how of [never, { tracking: 'off', onShift: () => true }, { tracking: 'emergency', onShift: () => true }] as const) {
      expect(toPosition(state, 'S00001', 'screen', how)).toBeUndefined()
      expect(toPosition(state, 'S00001', 'desk', how)).toBeUndefined()
    }
  })

  it('[A5] an SOS in the grid shows it all the same, for thirty minutes', () => {
    const off = { tracking: 'off', onShift: () => false } as const
    const sos = event('patrol.sos', { grid }, at)
    expect(toPosition(foldAll([sos, position(at + SOS_SHOWN_MS)]), 'S00001', 'screen', off)).toBeDefined()
    expect(toPosition(foldAll([sos, position(at + SOS_SHOWN_MS + 1)]), 'S00001', 'screen', off)).toBeUndefined()
  })

  it('[P11] has no position of a worker who ended the patrol', () => {
    expect(toPosition(foldAll([position(at), event('patrol.ended', {}, at + 1)]), 'S00001', 'desk', always)).toBeUndefined()
  })
})

function position(time: number): WanggeEvent {
  return event('patrol.position', { lng: 105.68943, lat: 38.84148, grid }, time)
}

function event(type: string, data: object, time: number): WanggeEvent {
  return { stream: 'patrol', entry: `${time}-0`, type, time: new Date(time).toISOString(), source: 't', id: String(time), subject: 'S00001', data } as WanggeEvent
}
