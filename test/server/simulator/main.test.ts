import { expect, it } from 'vitest'
import { startProgram } from '../../support/startProgram.ts'

const main = 'server/simulator/main.ts'

it.each([
  [['--scenario', 'flood'], '--scenario flood is not possible; give one of day, quiet, storm.\n'],
  [['--district', 'nowhere'], /^Cannot read .*nowhere.district\.json \(ENOENT\); name the district's folder with --district DIR\.\n$/],
])('%j ends with one sentence and exit code 1', async (args, sentence) => {
  await using program = startProgram(main, ...args)
  expect(await program.ended).toBe(1)
  expect(program.errors()).toMatch(sentence)
  expect(program.lines).toEqual([])
})
