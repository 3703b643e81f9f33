import { expect, it } from 'vitest'
import { withoutPlace } from '../../../client/words/withoutPlace.ts'

it.each([
  ['学苑东社区02格', ['学苑东社区', '南环街道', '南环'], '02格'],
  ['温都尔勒图镇营盘水01格', ['营盘水社区', '温都尔勒图镇', '温都尔勒图'], '营盘水01格'],
  ['Xueyuan West community grid 02', ['Xueyuan West Community', 'Nanhuan'], 'grid 02'],
  ['额鲁特社区', ['额鲁特街道', '额鲁特'], '额鲁特社区'],
  ['Elute Community', ['Elute Subdistrict', 'Elute'], 'Elute Community'],
  ['达兰图如嘎查', ['银根苏木', '银根'], '达兰图如嘎查'],
  ['银根苏木', ['银根苏木', ''], '银根苏木'],
])('%s within %j is %s', (name, places, rest) => {
  expect(withoutPlace(name, places)).toBe(rest)
})
