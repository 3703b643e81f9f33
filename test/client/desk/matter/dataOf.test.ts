import { describe, expect, it } from 'vitest'
import { dataOf, lacking } from '../../../../client/desk/matter/action/dataOf.ts'
import { DEFINITIONS } from '../../../../shared/commands/definitions.ts'

const ZONE = 8 * 3_600_000

describe('a command from what was entered', () => {
  it('leaves out what is empty, and takes dates in the district’s own time', () => {
    const { type, data } = dataOf('park', { reason: 'season', authority: ' 带班席 ', until: '2026-12-01T09:00', note: '' }, ZONE)
    expect([type, data]).toEqual(['park', { reason: 'season', authority: '带班席', until: '2026-12-01T01:00:00.000Z' }])
    expect(DEFINITIONS.park.data.safeParse(data).success).toBe(true)
  })

  it('takes a unit that is not in the list, several units, and yes or no', () => {
    expect(dataOf('dispatch', { unit: '牧机站', level: '', note: '' }, ZONE).data).toEqual({ unit: '牧机站' })
    expect(dataOf('whistle', { units: '城管\n住建局', note: '' }, ZONE).data).toEqual({ units: ['城管', '住建局'] })
    expect(dataOf('evaluate', { satisfied: 'no' }, ZONE).data).toEqual({ satisfied: false })
  })

  it('makes closing or rework of a check', () => {
    expect(dataOf('verify', { result: 'pass', reason: '', note: '好' }, ZONE)).toEqual({ type: 'close', data: { note: '好' } })
    expect(dataOf('verify', { result: 'fail', reason: 'not-done', note: '未修' }, ZONE)).toEqual({ type: 'rework', data: { reason: 'not-done', note: '未修' } })
  })

  it('says what it cannot do without', () => {
    expect(lacking('extend', { by: 'P1D', note: ' ' }, ['by', 'note'])).toEqual(['note'])
    expect(lacking('dispatch', { unit: '' }, ['unit'])).toEqual(['unit'])
    expect(lacking('supervise', { card: '', due: '' }, [])).toEqual(['due'])
    expect(lacking('supervise', { card: 'red', due: '' }, [])).toEqual([])
    expect(lacking('verify', { result: 'fail', reason: '' }, ['result'])).toEqual(['reason'])
  })
})
