import { expect, it } from 'vitest'
import { halfWidth } from '../../../shared/words/halfWidth.ts'

it('[V6] full-width digits and letters count as their half-width twins; signs of Chinese text stay', () => {
  expect(halfWidth('１５２９２１ＷＧｘ，３号楼。')).toBe('152921WGx，3号楼。')
})
