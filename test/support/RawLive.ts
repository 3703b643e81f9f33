import { WebSocket } from 'ws'
import { waitFor } from './waitFor.ts'

/** A bare WebSocket on `/live` that keeps every byte it gets, and can stop reading while it answers pings. */
export class RawLive implements Disposable {
  readonly socket: WebSocket
  readonly texts: string[] = []
  closed = false

  constructor(url: string, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`, { perMessageDeflate: false, headers })
    this.socket.on('message', (data) => {
      const text = Buffer.isBuffer(data) ? data.toString() : ''
      this.texts.push(text)
      if (text.startsWith('0'))
        this.socket.send('40')
      else if (text === '2')
        this.socket.send('3')
    })
    this.socket.on('close', () => this.closed = true)
    this.socket.on('error', () => this.closed = true)
  }

  [Symbol.dispose](): void {
    this.socket.terminate()
  }

  async connected(): Promise<this> {
    await waitFor('the namespace is joined', () => this.texts.some(text => text.startsWith('40')))
    return this
  }

  send(name: string, message: unknown): void {
    this.socket.send(`42${JSON.stringify([name, message])}`)
  }
}
