import type { Page } from 'playwright-core'
import { waitFor } from '../support/waitFor.ts'

interface Mounted {
  __vue_app__: { config: { globalProperties: { $router: { getRoutes: () => { path: string; redirect?: unknown; meta: { desk?: true } }[]; push: (path: string) => Promise<unknown> } } } }
}

/** Scenes of a wall by address, as the page's own router knows them; a page never turns from a wall into a desk. */
export function scenesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (document.querySelector('#app') as unknown as Mounted).__vue_app__.config.globalProperties.$router.getRoutes()
    .filter(({ path, redirect, meta }) => redirect === undefined && !path.includes(':') && !meta.desk).map(({ path }) => path))
}

/** Goes to a scene without a reload, and waits until it stands. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate(to => (document.querySelector('#app') as unknown as Mounted).__vue_app__.config.globalProperties.$router.push(to), path)
  await waitFor(`${path} stands`, () => page.evaluate(() => document.querySelector('main')?.childElementCount ?? 0), 30_000)
}
