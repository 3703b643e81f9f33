import { expect, it } from 'vitest'
import { createPinia, setActivePinia } from 'pinia'
import { useFormat } from '../../../client/words/useFormat.ts'
import { speak } from '../../support/speak.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

it.each([
  [-5, '0秒', '0s', '0秒'],
  [41_000, '41秒', '41s', '41秒'],
  [58 * MINUTE, '58分', '58m', '58分'],
  [3 * MINUTE + 12_000, '3分', '3m', '3分12秒'],
  [2 * MINUTE, '2分', '2m', '2分'],
  [10 * MINUTE + 5000, '10分', '10m', '10分'],
  [HOUR, '1时', '1h', '1时'],
  [HOUR + 3 * MINUTE, '1时03', '1h03', '1时03'],
  [HOUR + 52 * MINUTE, '1时52', '1h52', '1时52'],
  [24 * HOUR, '1日', '1d', '1日'],
  [59 * HOUR, '2日', '2d', '2日'],
])('%i ms is %s, %s, and as an age %s', async (ms, zh, en, age) => {
  setActivePinia(createPinia())
  const format = useFormat()
  expect([format.duration(ms), format.age(ms)]).toEqual([zh, age])
  await speak('en')
  expect(format.duration(ms)).toBe(en)
})
