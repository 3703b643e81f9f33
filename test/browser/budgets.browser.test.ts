import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'

const built = fileURLToPath(new URL('../../dist/client', import.meta.url))

/** What the built pages may weigh, kB gzip. */
describe('budgets', () => {
  const kb = new Map<string, number>()
  let entry: string[] = []

  beforeAll(async () => {
    for (const file of await readdir(join(built, 'assets'))) {
      if (/\.m?js$/.test(file))
        kb.set(file, gzipSync(await readFile(join(built, 'assets', file)), { level: 9 }).length / 1000)
    }
    const page = await readFile(join(built, 'index.html'), 'utf8')
    entry = [...page.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map(([, file]) => file!)
  })

  const named = (name: string) => [...kb].filter(([file]) => new RegExp(`^${name}-.{8}\\.m?js$`).test(file)).map(([, size]) => size)

  it('the first script and what it needs at once is at most 90', () => {
    expect(entry.length).toBeGreaterThan(0)
    expect(entry.reduce((sum, file) => sum + kb.get(file)!, 0)).toBeLessThanOrEqual(90)
  })

  it('ECharts is at most 210, in a chunk of its own', () => {
    expect(named('echarts')).toHaveLength(1)
    expect(named('echarts')[0]).toBeLessThanOrEqual(210)
  })

  it('map engines, charts and schemas come later', () => {
    for (const name of ['mapbox-gl', 'maplibre-gl', 'echarts', 'schemas']) {
      expect(named(name)).toHaveLength(1)
      expect(entry.some(file => file.startsWith(`${name}-`))).toBe(false)
    }
  })
})
