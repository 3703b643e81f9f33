import { chromium } from 'playwright-core'
import { chromium as launch } from '../../support/chromium.ts'

export interface PageLoad {
  /** Milliseconds from the navigation until the first headline is a number; NaN where the page has none. */
  numbersMs: number
  /** … until the map has drawn all that it knew. */
  mapMs: number
  /** JavaScript as it came over the wire, kB, until then. */
  scriptKb: number
}

const LIMIT_MS = 90_000

/** A page opened in a browser that has never seen it. `numbers` and `map` are selectors of what must stand. */
export async function pageLoad(url: string, { numbers, map }: { numbers?: string; map: string }): Promise<PageLoad> {
  const browser = await chromium.launch(launch)
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    let scriptBytes = 0
    page.on('requestfinished', (request) => {
      if (/\.m?js$/.test(new URL(request.url()).pathname))
        void request.sizes().then(({ responseBodySize }) => scriptBytes += responseBodySize, () => undefined)
    })
    await page.goto(url, { waitUntil: 'commit' })
    const since = (selector: string, pattern: RegExp | undefined) => page.waitForFunction(({ selector, pattern }) => {
      const found = document.querySelector(selector)
      return found && (!pattern || new RegExp(pattern).test(found.textContent)) ? performance.now() : 0
    }, { selector, pattern: pattern?.source }, { timeout: LIMIT_MS, polling: 'raf' }).then(handle => handle.jsonValue())
    const [numbersMs, mapMs] = await Promise.all([numbers ? since(numbers, /\d/) : Number.NaN, since(map, undefined)])
    return { numbersMs, mapMs, scriptKb: scriptBytes / 1000 }
  }
  finally {
    await browser.close()
  }
}
