import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'

interface Received { headers: IncomingHttpHeaders; body: string; event: { id: string; type: string; subject: string; data: Record<string, unknown> } & Record<string, unknown> }

/** A real HTTP receiver on a free port of this machine; `answer` decides what it answers to each request. */
export class WebhookReceiver implements AsyncDisposable {
  /** Every request that came in, taken or not. */
  readonly received: Received[] = []
  url = ''
  answer: (response: ServerResponse, index: number) => void = response => response.writeHead(204).end()
  private readonly server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => body += chunk).on('end', () => {
      this.received.push({ headers: request.headers, body, event: JSON.parse(body) as Received['event'] })
      this.answer(response, this.received.length - 1)
    })
  })

  async open(port = 0): Promise<this> {
    await new Promise<void>(resolve => this.server.listen(port, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`
    return this
  }

  /** Subjects of the events in the order in which they came. */
  get subjects(): string[] {
    return this.received.map(({ event }) => event.subject)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections()
    await new Promise(resolve => this.server.close(resolve))
  }
}
