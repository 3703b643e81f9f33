import { expect, it } from 'vitest'
import { tickText } from '../../../client/words/tickText.ts'

it('time left ticks as h:mm:ss, past the limit with a proper minus, and never as minus nought', () => {
  expect([83_999, 3_600_000, 36_061_000, 0, -999, -1000, -5_110_000].map(tickText))
    .toEqual(['0:01:23', '1:00:00', '10:01:01', '0:00:00', '0:00:00', '−0:00:01', '−1:25:10'])
})
