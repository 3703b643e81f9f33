import type { AddressInfo } from 'node:net'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { toEnvelope } from '../../../../server/simulator/day/SimulatedEvent.ts'
import { httpTarget } from '../../../../server/simulator/send/httpTarget.ts'
import { freePort } from '../../../support/freePort.ts'

const batch = [toEnvelope({ type: 'patrol.ended', id: '7/a', at: 0, subject: 'S1', data: {} }), toEnvelope({ type: 'patrol.ended', id: '7/b', at: 1, subject: 'S1', data: {} })]
const signal = new AbortController().signal

async function answering(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

it('posts a batch as it is, with source and id', async () => {
  let seen: unknown
  await using server = await answering((request, response) => {
    let body = ''
    request.on('data', chunk => body += String(chunk))
    request.on('end', () => {
      seen = { path: request.url, method: request.method, type: request.headers['content-type'], body: JSON.parse(body) as unknown }
      response.end('{"results":[{"accepted":true},{"accepted":true}]}')
    })
  })
  expect(await httpTarget(server.url).attempt(batch, signal)).toEqual({ outcome: 'answered' })
  expect(seen).toEqual({ path: '/api/v1/events', method: 'POST', type: 'application/json', body: batch })
  expect(batch[0]).toEqual({ type: 'patrol.ended', source: 'simulator', id: '7/a', time: '1970-01-01T00:00:00.000Z', subject: 'S1', data: {} })
})

it('names the first event that was refused', async () => {
  await using server = await answering((_, response) => {
    response.statusCode = 422
    response.end('{"results":[{"accepted":true},{"accepted":false,"reason":"bad-data","path":"data.x","message":"fix it"}]}')
  })
  expect(await httpTarget(server.url).attempt(batch, signal)).toEqual({ outcome: 'answered', refused: 'patrol.ended 7/b: bad-data data.x fix it' })
})

it('comes again after the time that a busy server names, and after a fault', async () => {
  const answers = [429, 503]
  await using server = await answering((_, response) => response.writeHead(answers.shift()!, { 'retry-after': '3' }).end())
  expect(await httpTarget(server.url).attempt(batch, signal)).toMatchObject({ outcome: 'again', afterMs: 3000 })
  expect(await httpTarget(server.url).attempt(batch, signal)).toMatchObject({ outcome: 'again', afterMs: 3000 })
})

it('comes again when nobody is there', async () => {
  const url = `http://127.0.0.1:${await freePort()}`
  expect(await httpTarget(url).attempt(batch, signal)).toEqual({ outcome: 'again', because: `${url}/api/v1/events cannot be reached: ECONNREFUSED` })
})

it('gives up where something else than a Wangge server answers', async () => {
  await using server = await answering((_, response) => response.writeHead(404).end())
  await expect(httpTarget(server.url).attempt(batch, signal)).rejects.toThrow(/answers 404; is a Wangge server at/)
})
