import { expect, it } from 'vitest'
import { rootPx, scaleOf, screenShape } from '../../../client/look/rootScale.ts'

it.each([
  [1920, 1080, 16, 'wide'],
  [3840, 2160, 32, 'wide'],
  [2560, 1440, 21, 'wide'],
  [1280, 1024, 11, 'wide'],
  [3840, 1080, 16, 'double'],
  [5760, 1080, 16, 'triple'],
  [1080, 1920, 16, 'tall'],
  [2160, 3840, 32, 'tall'],
  [2560, 1080, 16, 'wide'],
  [3440, 1440, 21, 'wide'],
  [7680, 1440, 21, 'triple'],
  [1366, 768, 11, 'wide'],
  [320, 200, 8, 'wide'],
] as const)('%i × %i has a root of %i px and is %s', (width, height, px, shape) => {
  expect([rootPx(width, height), screenShape(width, height)]).toEqual([px, shape])
})

it('one px of 1080 lines is two at 2160', () => {
  expect(scaleOf(rootPx(3840, 2160))).toBe(2)
})
