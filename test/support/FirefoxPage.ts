import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import WebSocket from 'ws'
import { waitFor } from './waitFor.ts'

interface Answer { id?: number; type: string; method?: string; result?: Record<string, unknown>; params?: Record<string, unknown>; error?: string; message?: string }

/** A page in Debian's own Firefox ESR, told what to do by WebDriver BiDi; playwright-core drives builds of its own alone. Disposing ends the browser. */
export class FirefoxPage implements AsyncDisposable {
  /** Errors that the page told of: of scripts, and lines of its console. */
  readonly complaints: string[] = []
  private readonly waiting = new Map<number, (answer: Answer) => void>()
  private sent = 0
  private context = ''

  private constructor(private readonly socket: WebSocket, private readonly child: ChildProcess, private readonly profile: string) {
    socket.on('message', (data: Buffer) => this.hear(JSON.parse(data.toString()) as Answer))
  }

  /** @param size of what the page sees, px */
  static async open(size: { width: number; height: number }): Promise<FirefoxPage> {
    const profile = await mkdtemp(join(tmpdir(), 'wangge-firefox-'))
    const child = spawn(process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr', ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], { env: { ...process.env, HOME: profile, MOZ_HEADLESS_WIDTH: '1920', MOZ_HEADLESS_HEIGHT: '1080' }, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr?.on('data', chunk => said += String(chunk))
    const address = await waitFor('Firefox tells its address', () => /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1], 60_000, () => said)
    const socket = new WebSocket(`${address}/session`)
    await once(socket, 'open')
    const page = new FirefoxPage(socket, child, profile)
    await page.ask('session.new', { capabilities: {} })
    const { contexts } = await page.ask('browsingContext.getTree', {}) as { contexts: { context: string }[] }
    page.context = contexts[0]!.context
    await page.ask('session.subscribe', { events: ['log.entryAdded'] })
    await page.ask('browsingContext.setViewport', { context: page.context, viewport: size })
    return page
  }

  async goto(url: string): Promise<void> {
    await this.ask('browsingContext.navigate', { context: this.context, url, wait: 'complete' })
  }

  /** What an expression comes to in the page, as JSON. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.ask('script.evaluate', { expression: `JSON.stringify(${expression})`, target: { context: this.context }, awaitPromise: true }) as { result?: { value?: string }; exceptionDetails?: { text: string } }
    if (exceptionDetails)
      throw new Error(exceptionDetails.text)
    return JSON.parse(result?.value ?? 'null') as T
  }

  async press(key: string): Promise<void> {
    await this.ask('input.performActions', { context: this.context, actions: [{ type: 'key', id: 'keys', actions: [{ type: 'keyDown', value: key }, { type: 'keyUp', value: key }] }] })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.close()
    if (this.child.exitCode === null) {
      const ended = once(this.child, 'exit')
      this.child.kill('SIGKILL')
      await ended
    }
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 })
  }

  private async ask(method: string, params: Record<string, unknown>): Promise<Record<string, unknown>> {
    const id = ++this.sent
    const answered = new Promise<Answer>(resolve => this.waiting.set(id, resolve))
    this.socket.send(JSON.stringify({ id, method, params }))
    const answer = await answered
    if (answer.type === 'error')
      throw new Error(`${method}: ${answer.error} ${answer.message}`)
    return answer.result ?? {}
  }

  private hear(answer: Answer): void {
    if (answer.id !== undefined)
      this.waiting.get(answer.id)?.(answer)
    else if (answer.method === 'log.entryAdded' && answer.params?.level === 'error')
      this.complaints.push(String(answer.params.text))
  }
}
