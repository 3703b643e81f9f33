import type { Socket } from 'node:net'

/** One client's connection to a variant, past its greeting. */
export interface Line {
  /** Gets every message, also those that the greeting left unread. */
  onMessage: (message: Buffer) => void
  send: (text: string) => void
  /** From now on only bytes are counted: two hundred clients that decode would measure themselves. */
  goBare: (count: (bytes: number) => void) => void
  /** Cut, without a farewell. */
  cut: () => void
}

/** Takes a socket from whoever reads it and counts what arrives. */
export function countOnly(socket: Socket, count: (bytes: number) => void): void {
  socket.removeAllListeners('data')
  socket.on('data', chunk => count(chunk.length))
  socket.resume()
}
