import { expect, it } from 'vitest'
import { SendWindow } from '../../../server/fanout/SendWindow.ts'

const pipe = (queued: string[], bufferedAmount = 0) => ({
  writeBuffer: queued.map(data => ({ data })),
  transport: { writable: queued.length === 0, socket: { bufferedAmount, terminate() {} } },
  close() {},
})
const limits = { windowBytes: 100, stalledMs: 1000 }

it('[P12] counts what engine.io holds back and what the socket has not handed on', () => {
  expect(new SendWindow(pipe(['x'.repeat(40), 'y'.repeat(30)], 25), limits).bytes).toBe(95)
  expect(new SendWindow(pipe(['x'.repeat(40), 'y'.repeat(30)], 25), limits).isPassed(0)).toBe(false)
  expect(new SendWindow(pipe(['x'.repeat(76)], 25), limits).isPassed(0)).toBe(true)
})

it('[P12] a little that never leaves is too slow as well', () => {
  const slow = pipe(['x'])
  const window = new SendWindow(slow, limits)
  expect([window.isPassed(0), window.isPassed(900), window.isPassed(1001)]).toEqual([false, false, true])
  slow.writeBuffer = []
  expect([window.isPassed(2000), window.isPassed(9000)]).toEqual([false, false])
})
