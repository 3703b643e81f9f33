import type { Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Door, Turned } from './Door.ts'
import { STATUS_CODES } from 'node:http'
import { withoutBase } from './withoutBase.ts'

const HEADERS = { 'Content-Type': 'application/problem+json; charset=utf-8', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' }

/**
 * Hands on what comes to `outer` as if it had come to `inner`, which never listens, where the door lets it in. Socket.IO sits
 * before Express, and both behind this: nothing reaches either past the door, and neither knows of a path of `PUBLIC_URL`.
 */
export function standBefore(outer: Server, inner: Server, door: Door, basePath: string): void {
  outer.on('request', (request, response) => {
    const turned = door.whyNot(request, false)
    if (turned)
      return answer(response, turned)
    request.url = withoutBase(request.url ?? '', basePath)
    inner.emit('request', request, response)
  })
  outer.on('upgrade', (request, socket, head) => {
    const turned = door.whyNot(request, true)
    if (turned)
      return answerUpgrade(socket, turned)
    request.url = withoutBase(request.url ?? '', basePath)
    inner.emit('upgrade', request, socket, head)
  })
}

function answer(response: ServerResponse, turned: Turned): void {
  const body = bodyOf(turned)
  response.writeHead(turned.status, { ...HEADERS, 'Content-Length': Buffer.byteLength(body) }).end(body)
}

/** There is no response to an upgrade yet, so it is written by hand. */
function answerUpgrade(socket: Duplex, turned: Turned): void {
  socket.on('error', () => socket.destroy())
  const body = bodyOf(turned)
  const headers = { ...HEADERS, 'Connection': 'close', 'Content-Length': Buffer.byteLength(body) }
  socket.end(`HTTP/1.1 ${turned.status} ${STATUS_CODES[turned.status]}\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`)
}

function bodyOf({ status, detail, reason }: Turned): string {
  return JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail, reason })
}
