import type { Browser, Page } from 'playwright-core'
import type { Sample } from './Sample.ts'
import { fileURLToPath } from 'node:url'

export interface Watched {
  page: Page
  /** What went wrong in the page so far. */
  complaints: string[]
  sample: () => Promise<Sample>
}

/** A page whose memory, nodes, listeners and GPU objects can be counted. @param minutes since the run began */
export async function openWatched(browser: Browser, url: string, minutes: () => number): Promise<Watched> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('crash', () => complaints.push('the page crashed'))
  await page.addInitScript({ path: fileURLToPath(new URL('countGpu.js', import.meta.url)) })
  await page.goto(url)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  return {
    page,
    complaints,
    async sample() {
      await devtools.send('HeapProfiler.collectGarbage')
      await devtools.send('HeapProfiler.collectGarbage')
      const { metrics } = await devtools.send('Performance.getMetrics')
      const of = (name: string) => metrics.find(each => each.name === name)?.value ?? Number.NaN
      const gpu = await page.evaluate(() => (window as unknown as { livingGpuObjects: () => number }).livingGpuObjects())
      return { minute: minutes(), heapMb: of('JSHeapUsedSize') / 2 ** 20, nodes: of('Nodes'), listeners: of('JSEventListeners'), gpu }
    },
  }
}
