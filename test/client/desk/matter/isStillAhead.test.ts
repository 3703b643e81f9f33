import { expect, it } from 'vitest'
import { isStillAhead } from '../../../../client/desk/matter/isStillAhead.ts'

it('[C19] a command comes after another only where that one is still to come', () => {
  expect(isStillAhead('dispatch', 'reported')).toBe(true)
  expect(isStillAhead('park', 'accepted')).toBe(true)
  expect(isStillAhead('check', 'handling')).toBe(true)
  // Sent, worked on and checked long ago: that it comes after 立案 or 派遣 would be no reason.
  expect(isStillAhead('dispatch', 'checking')).toBe(false)
  expect(isStillAhead('park', 'feedback')).toBe(false)
  expect(isStillAhead('extend', 'checking')).toBe(false)
  expect(isStillAhead('evaluate', 'handling')).toBe(true)
})
