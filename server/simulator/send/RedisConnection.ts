import type { Socket } from 'node:net'
import type { Reply } from './resp.ts'
import { connect } from 'node:net'
import { encodeCommand, ReplyReader } from './resp.ts'

const SILENCE_MS = 10_000

interface Waiting { left: number; replies: Reply[]; resolve: (replies: Reply[]) => void; reject: (error: Error) => void }

/** One connection to a Redis; commands are pipelined, replies come in their order. */
export class RedisConnection {
  private readonly reader = new ReplyReader()
  private readonly waiting: Waiting[] = []
  private gone: Error | undefined

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true)
    socket.on('data', chunk => this.read(chunk))
    socket.on('error', error => this.end(error))
    socket.on('close', () => this.end(new Error('the connection was closed')))
    socket.on('timeout', () => this.end(new Error(`no answer within ${SILENCE_MS / 1000} s`)))
  }

  /** Connects; rejects with the system's reason. */
  static async open(host: string, port: number): Promise<RedisConnection> {
    const socket = connect({ host, port })
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('error', reject)
    })
    return new RedisConnection(socket)
  }

  get isOpen(): boolean {
    return this.gone === undefined
  }

  /** Replies of commands, in order. Rejects when the connection ends before the last. */
  send(commands: readonly (readonly string[])[]): Promise<Reply[]> {
    return new Promise((resolve, reject) => {
      if (this.gone) {
        reject(this.gone)
        return
      }
      this.waiting.push({ left: commands.length, replies: [], resolve, reject })
      this.socket.setTimeout(SILENCE_MS)
      this.socket.write(commands.map(encodeCommand).join(''))
    })
  }

  close(): void {
    this.end(new Error('closed'))
  }

  private read(chunk: Buffer): void {
    try {
      for (const reply of this.reader.push(chunk))
        this.take(reply)
    }
    catch (error) {
      this.end(error instanceof Error ? error : new Error(String(error)))
    }
  }

  private take(reply: Reply): void {
    const [first] = this.waiting
    if (!first)
      throw new Error('an answer to no question')
    first.replies.push(reply)
    first.left--
    if (first.left > 0)
      return
    this.waiting.shift()
    if (this.waiting.length === 0)
      this.socket.setTimeout(0)
    first.resolve(first.replies)
  }

  private end(error: Error): void {
    if (this.gone)
      return
    this.gone = error
    this.socket.destroy()
    for (const { reject } of this.waiting.splice(0))
      reject(error)
  }
}
