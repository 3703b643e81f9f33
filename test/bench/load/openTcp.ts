import type { Line } from './Line.ts'
import { once } from 'node:events'
import { connect } from 'node:net'
import { countOnly } from './Line.ts'

const NEWLINE = 10

/** A plain TCP connection; a message is a line. */
export async function openTcp(port: number): Promise<Line> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => socket.destroy())
  await once(socket, 'connect')
  let rest = Buffer.alloc(0)
  const line: Line = {
    onMessage: () => {},
    send: text => void socket.write(text),
    goBare: count => countOnly(socket, count),
    cut: () => void socket.destroy(),
  }
  socket.on('data', (chunk: Buffer) => {
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      line.onMessage(Buffer.concat([rest, chunk.subarray(from, end)]))
      rest = Buffer.alloc(0)
      from = end + 1
    }
    rest = Buffer.concat([rest, chunk.subarray(from)])
  })
  return line
}
