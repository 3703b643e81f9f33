import { expect, it } from 'vitest'
import { Ends } from '../../../server/start/Ends.ts'

it('ends the newest first, each once, all of them though one fails, and tells of the first failure', async () => {
  const ended: string[] = []
  const ends = new Ends()
  ends.add(() => ended.push('log'))
  ends.add(async () => {
    ended.push('keeper')
    throw new Error('no room for a checkpoint')
  })
  ends.add(() => ended.push('links'))
  const first = ends.run()
  await expect(first).rejects.toThrow('no room for a checkpoint')
  expect(ends.run()).toBe(first)
  expect(ended).toEqual(['links', 'keeper', 'log'])
})
