import type { Browser } from 'playwright-core'
import { readFile } from 'node:fs/promises'

/**
 * Processor time of the main thread of a browser's one page, ms, as the kernel counts it: a page that never rests cannot
 * be asked, and what others do on the machine does not count. Linux alone.
 */
export async function mainThreadOf(browser: Browser): Promise<() => Promise<number>> {
  const devtools = await browser.newBrowserCDPSession()
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
  // A spare renderer may stand by; the page's has worked most.
  const [renderer] = processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime)
  if (!renderer)
    throw new Error('the browser has no renderer')
  return async () => Number((await readFile(`/proc/${renderer.id}/task/${renderer.id}/schedstat`, 'utf8')).split(' ')[0]) / 1e6
}
