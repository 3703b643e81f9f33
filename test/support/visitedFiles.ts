import type { CDPSession } from 'playwright-core'
import type { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium as browsers } from 'playwright-core'
import WebSocket from 'ws'
import { chromium } from './chromium.ts'
import { freePort } from './freePort.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** How long whatever an event sets off has, ms; and whatever runs by itself meanwhile, to be told apart from it. */
const WINDOW_MS = 4000
const AT_REST = 5
/** Told apart from chance: what most of so many events call. */
const EVENTS = 3

type Send = (method: string, params?: object) => Promise<unknown>
interface Coverage { result: { url: string; functions: { functionName: string; ranges: { startOffset: number; count: number }[] }[] }[] }
/** File and function → how often it was called. */
type Calls = Map<string, number>

/**
 * Files of a house whose own functions are called for one `incident.dispatched`, from the request to the pixel: the real server and the real
 * page in Chromium, by the coverage of their engines. What runs as often while nothing happens is not counted. Undefined where it cannot be measured.
 */
export async function visitedFiles(root: string): Promise<Set<string> | undefined> {
  if (!existsSync(chromium.executablePath))
    return undefined
  await using data = await temporaryFolder()
  const [port, inspected] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [`--inspect=127.0.0.1:${inspected}`, '--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development', PORT: String(port), DATA_DIR: data.path, DISTRICT_DIR: join(root, 'test/support/fixtures/tiny-district'), SIMULATOR: 'off', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  server.stderr.on('data', (line: Buffer) => /Debugger|inspector/.test(line.toString()) || process.stderr.write(line))
  const browser = await browsers.launch(chromium)
  try {
    await until(async () => (await fetch(`${url}/readyz`)).ok)
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.goto(url)
    await page.waitForSelector('[data-panel="attention"] ol', { timeout: 120_000, state: 'attached' }).catch(() => undefined)
    for (let n = 0; n < EVENTS; n++)
      await post(url, 'incident.reported', `I${n}`, { category: 'environment', severity: 'I', channel: 'hotline', title: 'x', place: { lng: 105.05, lat: 38.05 } })
    await page.waitForSelector('[data-panel="attention"] li', { timeout: 60_000 })
    const engines = [await engineOf(inspected), sendTo(await page.context().newCDPSession(page))]
    for (const send of engines) {
      await send('Profiler.enable')
      await send('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
    }
    const take = async () => new Map((await Promise.all(engines.map(send => callsSince(send, root, url)))).flatMap(calls => [...calls]))
    // Map and fonts come after the panel.
    await pause(3 * WINDOW_MS)
    await take()
    const atRest: Calls[] = []
    for (let n = 0; n < AT_REST; n++) {
      await pause(WINDOW_MS)
      atRest.push(await take())
    }
    const moved: Calls[] = []
    for (let n = 0; n < EVENTS; n++) {
      await post(url, 'incident.dispatched', `I${n}`, { to: 'U1', level: 'community' })
      await pause(WINDOW_MS)
      moved.push(await take())
    }
    const called = new Set(moved.flatMap(calls => [...calls.keys()]))
    return new Set([...called].filter(each => middleOf(moved, each) > middleOf(atRest, each)).map(each => each.split('#')[0]!))
  }
  finally {
    await browser.close()
    server.kill()
  }
}

/** How often something is called in the middle one of some spans. */
function middleOf(spans: readonly Calls[], called: string): number {
  return spans.map(calls => calls.get(called) ?? 0).sort((a, b) => a - b)[Math.floor(spans.length / 2)]!
}

async function post(url: string, type: string, subject: string, data: object): Promise<void> {
  const response = await fetch(`${url}/api/v1/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ type, subject, data }) })
  if (!response.ok)
    throw new Error(`${type}: ${response.status} ${await response.text()}`)
}

async function callsSince(send: Send, root: string, url: string): Promise<Calls> {
  const { result } = await send('Profiler.takePreciseCoverage') as Coverage
  const calls: Calls = new Map()
  for (const script of result) {
    const file = fileOf(script.url, root, url)
    if (!file || !existsSync(join(root, file)))
      continue
    for (const { functionName, ranges: [range] } of script.functions) {
      // The first range of all is the module itself: that it was loaded is no visit.
      if (range && range.count > 0 && !(functionName === '' && range.startOffset === 0))
        calls.set(`${file}#${functionName}@${range.startOffset}`, range.count)
    }
  }
  return calls
}

/** Of a script its file in the house; undefined for one of a package. What Vite serves has its root in `client/`, and others under `/@fs/`. */
function fileOf(script: string, root: string, url: string): string | undefined {
  const path = script.replace(/\?.*/, '')
  const inHouse = (full: string) => full.startsWith(`${root}/`) ? full.slice(root.length + 1) : undefined
  const file = path.startsWith('file://') ? inHouse(path.slice('file://'.length)) : path.startsWith(`${url}/@fs/`) ? inHouse(path.slice(`${url}/@fs`.length)) : path.startsWith(`${url}/`) ? `client${path.slice(url.length)}` : undefined
  return file && /^(?:server|shared|client)\/.*\.(?:ts|vue)$/.test(file) ? file : undefined
}

async function engineOf(port: number): Promise<Send> {
  const [{ webSocketDebuggerUrl }] = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json() as [{ webSocketDebuggerUrl: string }]
  const socket = new WebSocket(webSocketDebuggerUrl, { perMessageDeflate: false, maxPayload: 0 })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  let last = 0
  const waiting = new Map<number, (result: unknown) => void>()
  socket.on('message', (text: Buffer) => {
    const { id, result } = JSON.parse(text.toString()) as { id?: number; result?: unknown }
    if (id !== undefined)
      waiting.get(id)?.(result)
  })
  return (method, params = {}) => new Promise((resolve) => {
    waiting.set(++last, resolve)
    socket.send(JSON.stringify({ id: last, method, params }))
  })
}

function sendTo(session: CDPSession): Send {
  return (method, params) => session.send(method as 'Profiler.enable', params)
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 600; n++) {
    if (await holds().catch(() => false))
      return
    await pause(100)
  }
  throw new Error('The server does not start.')
}
