import { describe, expect, it } from 'vitest'
import { resumeVerdict, ringWins } from '../../../server/fanout/resumeVerdict.ts'
import { covers, fromCursor } from '../../../shared/protocol/LogPosition.ts'

const here = fromCursor('epoch~20-0~30-0~40-0')!
const floor = fromCursor('epoch~10-0~10-0~10-0')!
const ask = (cursor: string | undefined, fold?: string) =>
  resumeVerdict({ cursor, fold }, { position: here, fold: '1', reaches: position => covers(position, floor) })

describe('resumeVerdict', () => {
  it.each([
    ['none', undefined, undefined, 'none'],
    ['none', undefined, '1', 'none'],
    ['another fold', 'epoch~20-0~30-0~40-0', '0', 'other-fold'],
    ['another fold, nothing yet', undefined, '0', 'other-fold'],
    ['another epoch', 'other~20-0~30-0~40-0', '1', 'other-epoch'],
    ['no cursor of this build', 'rubbish', undefined, 'other-epoch'],
    ['a cursor with another number of streams', 'epoch~20-0', undefined, 'other-epoch'],
    ['one stream ahead', 'epoch~20-1~30-0~40-0', undefined, 'ahead'],
    ['one ahead, one too old', 'epoch~20-1~1-0~40-0', undefined, 'ahead'],
    ['too old in one stream', 'epoch~9-0~30-0~40-0', undefined, 'too-old'],
    ['before everything', 'epoch~0-0~0-0~0-0', undefined, 'too-old'],
  ])('[P5] refetch: %s', (_name, cursor, fold, because) => {
    expect(ask(cursor, fold)).toEqual({ verdict: 'refetch', because })
  })

  it.each([
    ['where the server stands', 'epoch~20-0~30-0~40-0'],
    ['a little behind', 'epoch~19-5~30-0~12-0'],
    ['just at the end of the ring', 'epoch~10-0~10-0~10-0'],
  ])('[P4] resumed: %s', (_name, cursor) => {
    expect(ask(cursor, '1')).toEqual({ verdict: 'resumed', from: fromCursor(cursor) })
    expect(ask(cursor)).toMatchObject({ verdict: 'resumed' })
  })
})

describe('ringWins', () => {
  const missed = { bytes: 5000, forMs: 60_000, stateBytes: 4000, most: 10_000 }
  it.each([
    ['the state is smaller', {}, false],
    ['the ring is smaller', { bytes: 3000 }, true],
    ['the cut was short', { forMs: 3000 }, true],
    ['nobody knows how large the state is', { stateBytes: undefined }, true],
    ['more than one frame may bring', { bytes: 10_001, forMs: 0, stateBytes: undefined }, false],
  ])('[P5] %s', (_name, more, wins) => {
    expect(ringWins({ ...missed, ...more })).toBe(wins)
  })
})
