import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { startRedis } from '../support/startRedis.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const run = promisify(execFile)
const readme = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
/** What a reader would paste, whole: every fenced block. */
const pasted = (text: string) => [...text.matchAll(/```(?:sh)?\n([\s\S]*?)```/g)].map(([, block]) => block!.replaceAll(/\s+#.*/g, '').trimEnd())

describe('the README', () => {
  it('in both languages tells the same commands, variables and files', () => {
    const [en, zh] = [readme('README.md'), readme('README.zh-CN.md')]
    const facts = (text: string) => [...new Set(text.split('## Measured')[0]!.match(/`[A-Z][A-Z_]{3,}`|`\w+\.(?:json|geojson)`|`(?:npm run|\/)[\w:/.-]+`/g))].sort()
    expect(pasted(zh)).toEqual(pasted(en))
    expect(facts(zh)).toEqual(facts(en))
  })

  it.each(['README.md', 'README.zh-CN.md'])('[W2][W3][W5] the examples of %s work when pasted', async (name) => {
    const blocks = [...readme(name).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block!)
    await using redis = await startRedis()
    await using server = await startTestServer({ redisUrl: redis.url, districtDir: undefined })
    const paste = async (block: string) => (await run('bash', ['-euc', block.replaceAll('http://127.0.0.1:8080', server.url).replaceAll('redis-cli', `redis-cli -p ${redis.port}`)])).stdout
    expect(blocks.length).toBe(4)
    const [post, xadd, osmand, rejected] = blocks as [string, string, string, string]

    expect(JSON.parse(await paste(post))).toMatchObject({ results: [{ accepted: true, id: '1' }] })
    expect(JSON.parse(await paste(post))).toMatchObject({ results: [{ accepted: true, duplicate: true }] })
    expect(await paste(xadd)).toMatch(/^\d+-\d+$/m)
    expect(await paste(osmand)).toMatch(/^HTTP\/1\.1 2\d\d/)
    await waitFor('both incidents and the position in the state', async () => {
      const { body } = await server.get('/api/v1/state?audience=desk&region=152921')
      const { state } = body as { state: { incident: { incidents: { id: string }[] }; patrol: { workers: unknown[] } } }
      return state.incident.incidents.filter(({ id }) => id.startsWith('WG-README')).length === 2 && state.patrol.workers.length === 1
    })

    await paste(xadd)
    await waitFor('the repeated report among the rejected', async () => (await paste(rejected)).includes('unlawful'), 10_000)
  }, 60_000)
})
