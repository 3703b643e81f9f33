import { createServer } from 'node:http'
import { cp, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freePort } from '../support/freePort.ts'
import { runServerProgram, startServerProgram } from '../support/startServerProgram.ts'
import { TINY_DISTRICT } from '../support/startTestServer.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

describe('a start that fails says in one sentence what to do, and exits', () => {
  it('a port that is taken', async () => {
    await using folder = await temporaryFolder()
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { code, output } = await runServerProgram({ DATA_DIR: folder.path, PORT: String(port) })
    other.close()
    expect([code, output]).toEqual([1, `Port ${port} on 127.0.0.1 is taken by another program; end that one, or set PORT to another number.\n`])
  }, 30_000)

  it('a Redis that does not answer', async () => {
    await using folder = await temporaryFolder()
    const { code, output } = await runServerProgram({ DATA_DIR: folder.path, REDIS_URL: `redis://127.0.0.1:${await freePort()}` })
    expect(code).toBe(1)
    expect(output).toMatch(/^[^\n]*REDIS_URL[^\n]*\n$/)
  }, 60_000)

  it('a district that is broken', async () => {
    await using folder = await temporaryFolder()
    const district = join(folder.path, 'district')
    await cp(TINY_DISTRICT, district, { recursive: true })
    await writeFile(join(district, 'regions.json'), '{"regions":')
    const { code, output } = await runServerProgram({ DATA_DIR: folder.path, DISTRICT_DIR: district })
    expect(code).toBe(1)
    expect(output).toMatch(/^The district in [^\n]*regions\.json[^\n]*\n$/)
  }, 30_000)

  it('a DATA_DIR that another server uses', async () => {
    await using folder = await temporaryFolder()
    await using first = await startServerProgram({ DATA_DIR: folder.path })
    const { code, output } = await runServerProgram({ DATA_DIR: folder.path })
    expect([code, first.url]).toEqual([1, expect.any(String)])
    expect(output).toMatch(/^[^\n]+\n$/)
    expect(output).not.toMatch(/ {4}at /)
  }, 60_000)

  it('wrong settings, all of them', async () => {
    const { code, output } = await runServerProgram({ HOST: '0.0.0.0', PORT: '99999' })
    expect(code).toBe(1)
    expect(output.trim().split('\n')).toEqual([expect.stringMatching(/^HOST is "0\.0\.0\.0"; allowed is/), expect.stringMatching(/^PORT is "99999"; allowed is/)])
  }, 30_000)
})
