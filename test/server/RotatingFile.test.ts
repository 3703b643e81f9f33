import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { RotatingFile } from '../../server/RotatingFile.ts'

it('[X20] keeps the newest lines in at most two files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-rotate-'))
  const file = new RotatingFile(join(folder, 'logs/server.log'), 1000)
  for (let i = 0; i < 500; i++)
    file.write(`line ${i}\n`)
  const names = readdirSync(join(folder, 'logs')).sort()
  expect(names).toEqual(['server.log', 'server.log.1'])
  expect(names.every(name => statSync(join(folder, 'logs', name)).size < 1100)).toBe(true)
  expect(names.map(name => readFileSync(join(folder, 'logs', name), 'utf8')).join('')).toContain('line 499\n')
  rmSync(folder, { recursive: true })
})
