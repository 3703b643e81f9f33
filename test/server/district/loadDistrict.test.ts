import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DistrictError } from '../../../server/district/DistrictError.ts'
import { loadDistrict } from '../../../server/district/loadDistrict.ts'
import { DEMO_DIR } from './demoFiles.ts'

let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'wangge-district-'))
  await cp(DEMO_DIR, dir, { recursive: true })
})

afterEach(() => rm(dir, { recursive: true, force: true }))

describe('loadDistrict', () => {
  it('gives the same version for the same files and another for changed ones', async () => {
    const { version } = await loadDistrict(dir)
    expect(version).toMatch(/^[0-9a-f]{12}$/)
    expect((await loadDistrict(DEMO_DIR)).version).toBe(version)
    await spoil('calendar.json', text => text.replace('"2026-01-01",', ''))
    expect((await loadDistrict(dir)).version).not.toBe(version)
  })

  it('reads a file that begins with a byte order mark', async () => {
    await spoil('staff.json', text => `\uFEFF${text}`)
    await expect(loadDistrict(dir)).resolves.toMatchObject({ code: '152921' })
  })

  it('[W24] refuses a file in another encoding, in words', async () => {
    const text = await readFile(join(dir, 'staff.json'))
    await writeFile(join(dir, 'staff.json'), Buffer.concat([Buffer.from('{"note":"'), Buffer.from([0xBE, 0xAE]), Buffer.from('",'), text.subarray(text.indexOf('{') + 1)]))
    await expect(loadDistrict(dir)).rejects.toThrow(/staff\.json: not UTF-8.*save it as UTF-8/)
  })

  it.each([
    ['staff.json', '{', /staff\.json: not JSON/],
    ['district.json', '{}', /district\.json, code: code: .*and \d+ more/],
    ['regions.json', undefined, /regions\.json: the file is missing/],
  ])('names what is wrong with %s in one sentence', async (file, text, message) => {
    await (text === undefined ? rm(join(dir, file)) : writeFile(join(dir, file), text))
    const error: unknown = await loadDistrict(dir).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(DistrictError)
    expect(error).toMatchObject({ file, dir, message: expect.stringMatching(message) as string })
    expect((error as DistrictError).message).not.toContain('\n')
  })
})

describe('npm run district:check', () => {
  it('says in one line that all is well, and exits 0', () => {
    expect(check(dir)).toEqual({ status: 0, lines: [`${dir}: no faults, the district can be used.`] })
  })

  it('prints each fault a line with file, code and reason, and exits 1', async () => {
    await spoil('grids.geojson', text => text.replace('"152921403005002"', '"15292140300500"'))
    await rm(join(dir, 'calendar.json'))
    const { status, lines } = check(dir)
    expect(status).toBe(1)
    expect(lines).toContain('calendar.json  -  the file is missing or cannot be read')
    expect(lines).toContain('grids.geojson  15292140300500  bad code: a grid code has 15 digits, such as 152921402001001')
    expect(lines.at(-1)).toBe(`${lines.length - 1} faults in ${dir}.`)
  })

  it('answers a folder that is not there in one sentence', () => {
    const { status, lines } = check(join(dir, 'nowhere'))
    expect(status).toBe(1)
    expect(lines).toEqual([`The district in ${join(dir, 'nowhere')} cannot be used: there is no such folder.`])
  })
})

async function spoil(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(join(dir, file), change(await readFile(join(dir, file), 'utf8')))
}

function check(folder: string): { status: number | null, lines: string[] } {
  const main = fileURLToPath(new URL('../../../server/district/checkMain.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', main, folder], { encoding: 'utf8' })
  return { status, lines: `${stdout}${stderr}`.trim().split('\n') }
}
