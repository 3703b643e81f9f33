import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readRunState, writeRunState } from '../../../server/simulator/runState.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wangge-sim-'))
})
afterAll(() => rm(folder, { recursive: true }))

const state = { version: 1, seed: 7, scenario: 'day', district: 'abc', origin: 1, until: 2 } as const

it('is read as it was written, in a folder that did not exist', async () => {
  await writeRunState(join(folder, 'new/s.json'), state)
  await writeRunState(join(folder, 'new/s.json'), { ...state, until: 3 })
  expect(await readRunState(join(folder, 'new/s.json'))).toEqual({ ...state, until: 3 })
})

it('is none where there is no file, or one that cannot be understood', async () => {
  expect(await readRunState(join(folder, 'none.json'))).toBeUndefined()
  await writeFile(join(folder, 'broken.json'), '{"version":1,')
  expect(await readRunState(join(folder, 'broken.json'))).toBeUndefined()
  await writeFile(join(folder, 'other.json'), '{"version":2}')
  expect(await readRunState(join(folder, 'other.json'))).toBeUndefined()
})

it('says in one sentence where the file system refuses', async () => {
  await expect(writeRunState(join(folder, 'broken.json/s.json'), state)).rejects.toThrow(/^Cannot write .*; name another file with --state\.$/)
})
