import type { Socket } from 'node:net'
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { RawLive } from '../../support/RawLive.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

const HEAD = 'POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'

/** What a connection has heard; it sends `text` and then nothing. */
class Slow {
  heard = ''
  closed = false

  constructor(readonly socket: Socket, text: string) {
    socket.setEncoding('utf8').on('data', part => this.heard += String(part)).on('close', () => this.closed = true).on('error', () => {})
    socket.write(text)
  }

  static async to({ port }: { port: number }, text: string): Promise<Slow> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new Slow(socket, text)
  }
}

it('[S8] a request that does not arrive whole in its time is answered 408 and cut off; a link is not', async () => {
  await using server = await startTestServer({ arrival: { headersMs: 100, requestMs: 200 } })
  using live = await new RawLive(server.url, {}).connected()
  const begun = await Promise.all([
    Slow.to(server, ''),
    Slow.to(server, 'POST /api/v1/ev'),
    Slow.to(server, HEAD),
    Slow.to(server, `${HEAD}Content-Length: 100\r\n\r\n[{"type":`),
    Slow.to(server, `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n[{"ty`),
    Slow.to(server, 'POST /api/v1/incidents/WG-1/attachments?audience=desk HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc'),
    Slow.to(server, `POST /open311/v2/requests.json HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000\r\n\r\n--x\r\n`),
  ])
  await waitFor('all are cut off', () => begun.every(({ closed }) => closed), 15_000, () => begun.map(({ heard, closed }) => [closed, heard]))
  for (const { heard } of begun)
    expect(heard).toMatch(/^$|HTTP\/1\.1 408 /)
  expect(begun.filter(({ heard }) => heard.includes('HTTP/1.1 408')).length).toBeGreaterThan(3)
  expect(live.closed).toBe(false)
  expect((await server.get('/healthz')).status).toBe(200)
})

it('[S8] of many that are half-open the oldest go; others are answered, and what is asked in turn on one connection too', async () => {
  await using server = await startTestServer({ arrival: { arriving: 5 } })
  using live = await new RawLive(server.url, {}).connected()
  const kept = await Slow.to(server, 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await waitFor('an answer', () => kept.heard.includes('"ok"'))
  const many: Slow[] = []
  for (let i = 0; i < 20; i++) {
    many.push(await Slow.to(server, i % 2 ? 'GET /heal' : `${HEAD}Content-Length: 9\r\n\r\n[`))
    expect((await fetch(`${server.url}/healthz`, { headers: { connection: 'close' } })).status).toBe(200)
  }
  await waitFor('the oldest are gone', () => many.slice(0, 12).every(({ closed }) => closed), 10_000, () => many.map(({ closed }) => closed))
  expect([kept.closed, many.at(-1)!.closed, live.closed]).toEqual([true, false, false])
  for (const { socket } of many)
    socket.destroy()
})
