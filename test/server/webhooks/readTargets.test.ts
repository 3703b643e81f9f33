import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTargets } from '../../../server/webhooks/readTargets.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const GOOD = { name: 'region', url: 'https://region.example.cn/hook?key=1', types: ['incident.escalated'], secretEnv: 'REGION_SECRET' }
const ENVIRONMENT = { REGION_SECRET: ' 0123456789abcdef ', SHORT: 'x' }

describe('the file of webhooks', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  beforeAll(async () => {
    folder = await temporaryFolder()
    await writeFile(join(folder.path, 'secret'), 'fedcba9876543210\n')
  })
  afterAll(() => folder[Symbol.asyncDispose]())
  const read = async (content: unknown) => {
    const path = join(folder.path, 'webhooks.json')
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
    return readTargets(path, ENVIRONMENT)
  }

  it('gives targets with their secrets, for a screen unless told otherwise', async () => {
    const [region, bureau] = await read({ targets: [GOOD, { name: 'bureau', url: 'http://10.0.0.7:9000/in', local: true, types: ['incident.*', 'grid-status.duty.on'], region: '152921101', audience: 'desk', secretFile: 'secret' }] })
    expect(region).toEqual({ name: 'region', url: GOOD.url, types: new Set(['incident.escalated']), audience: 'screen', local: false, secret: '0123456789abcdef' })
    expect(bureau).toMatchObject({ secret: 'fedcba9876543210', audience: 'desk', region: '152921101' })
    expect(bureau!.types.has('incident.reported') && bureau!.types.has('grid-status.duty.on') && !bureau!.types.has('patrol.sos')).toBe(true)
    expect((await read({ targets: [{ ...GOOD, types: ['patrol.*'] }] }))[0]!.types).not.toContain('patrol.position')
  })

  it.each([
    ['no JSON', '{', /cannot be read as JSON/],
    ['an unknown field', { targets: [{ ...GOOD, retry: 3 }] }, /retry/],
    ['http to the outside', { targets: [{ ...GOOD, url: 'http://region.example.cn/' }] }, /targets\.0\.url: https, unless/],
    ['another protocol', { targets: [{ ...GOOD, url: 'file:///etc/passwd' }] }, /targets\.0\.url/],
    ['a password in the address', { targets: [{ ...GOOD, url: 'https://a:b@region.example.cn/' }] }, /without user/],
    ['a type that is none', { targets: [{ ...GOOD, types: ['incident.invented'] }] }, /targets\.0\.types\.0: a type such as/],
    ['positions', { targets: [{ ...GOOD, types: ['patrol.position'] }] }, /types/],
    ['no secret', { targets: [{ ...GOOD, secretEnv: undefined }] }, /secretEnv or secretFile/],
    ['a secret that is not set', { targets: [{ ...GOOD, secretEnv: 'NOT_SET' }] }, /secret of region is missing.*NOT_SET/],
    ['a secret that is short', { targets: [{ ...GOOD, secretEnv: 'SHORT' }] }, /shorter than 16/],
    ['a secret file that is not there', { targets: [{ ...GOOD, secretEnv: undefined, secretFile: 'nowhere' }] }, /nowhere/],
    ['a name twice', { targets: [GOOD, GOOD] }, /name of its own/],
    ['a name that is a path', { targets: [{ ...GOOD, name: '../x' }] }, /targets\.0\.name/],
  ])('says what is wrong: %s', async (_name, content, message) => {
    await expect(read(content)).rejects.toThrow(message)
  })
})
