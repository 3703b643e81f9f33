import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Keeps connections whose request has not arrived whole under a bound: beyond it the oldest goes, so that whoever holds many
 * half-open keeps nobody out (S8).
 */
export class Arrivals {
  /** In the order in which they began to be waited for. */
  private readonly arriving = new Set<Socket>()

  constructor(server: Server, private readonly most: number) {
    server.on('connection', (socket) => {
      socket.once('close', () => this.arriving.delete(socket))
      this.await(socket)
    })
    server.on('request', (request, response) => {
      const { socket } = request
      if (hasBody(request))
        request.once('end', () => this.arriving.delete(socket))
      else
        this.arriving.delete(socket)
      response.once('close', () => this.await(socket))
    })
    server.on('upgrade', ({ socket }: IncomingMessage) => this.arriving.delete(socket))
  }

  private await(socket: Socket): void {
    if (socket.destroyed)
      return
    this.arriving.delete(socket)
    this.arriving.add(socket)
    if (this.arriving.size <= this.most)
      return
    const [oldest] = this.arriving
    this.arriving.delete(oldest!)
    oldest!.destroy()
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}
