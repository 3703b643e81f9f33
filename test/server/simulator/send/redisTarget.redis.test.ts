import { createConnection, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { Redis } from 'ioredis'
import { expect, it } from 'vitest'
import { toEnvelope } from '../../../../server/simulator/day/SimulatedEvent.ts'
import { redisTarget } from '../../../../server/simulator/send/redisTarget.ts'
import { freePort } from '../../../support/freePort.ts'
import { startRedis } from '../../../support/startRedis.ts'

const signal = new AbortController().signal
const batch = Array.from({ length: 300 }, (_, index) => toEnvelope(index % 2
  ? { type: 'patrol.checkpoint', id: `7/${index}`, at: index, subject: 'S1', data: { grid: '152921402001001', checkpoint: 'B1' } }
  : { type: 'grid-status.risk.changed', id: `7/${index}`, at: index, subject: '152921402001001', actor: 'S1', data: { risk: 'high', note: '沙尘（模拟）' } }))

async function ask(port: number, ...commands: [string, ...string[]][]): Promise<unknown[]> {
  const client = new Redis(port, '127.0.0.1', { protocol: 2, enableReadyCheck: false, disableClientInfo: true })
  try {
    const answers = []
    for (const [command, ...rest] of commands)
      answers.push(await client.call(command, ...rest))
    return answers
  }
  finally {
    client.disconnect()
  }
}

it('adds each event to the stream of its type, in order, with the attributes as fields', async () => {
  await using redis = await startRedis('--requirepass', 'se:cret')
  const target = redisTarget(`redis://:${encodeURIComponent('se:cret')}@127.0.0.1:${redis.port}/2`, '152921', '7')
  expect(await target.attempt(batch, signal)).toEqual({ outcome: 'answered' })
  target.close()
  const [, , patrol, status] = await ask(redis.port, ['AUTH', 'se:cret'], ['SELECT', '2'], ['XLEN', '{152921}:patrol'], ['XRANGE', '{152921}:grid-status', '-', '+', 'COUNT', '1'])
  expect(patrol).toBe(150)
  expect(status).toEqual([[expect.any(String), ['type', 'grid-status.risk.changed', 'source', 'simulator', 'id', '7/0', 'time', '1970-01-01T00:00:00.000Z', 'subject', '152921402001001', 'actor', 'S1', 'data', '{"risk":"high","note":"沙尘（模拟）"}']]])
})

it('does not add twice what went in before its answer was lost', async () => {
  await using redis = await startRedis()
  // Lets everything through, but swallows the first answers and cuts the line.
  let swallow = true
  const relay = createServer((client) => {
    const server = createConnection(redis.port, '127.0.0.1')
    client.pipe(server)
    const swallowing = swallow
    swallow = false
    server.on('data', chunk => swallowing ? client.destroy() : client.write(chunk))
    client.on('error', () => server.destroy())
    client.on('close', () => server.destroy())
    server.on('error', () => client.destroy())
  })
  await new Promise<void>(resolve => relay.listen(0, '127.0.0.1', resolve))
  const target = redisTarget(`redis://127.0.0.1:${(relay.address() as AddressInfo).port}`, '152921', '7')
  expect(await target.attempt(batch, signal)).toMatchObject({ outcome: 'again' })
  expect(await target.attempt(batch, signal)).toEqual({ outcome: 'answered' })
  target.close()
  relay.close()
  expect(await ask(redis.port, ['XLEN', '{152921}:patrol'])).toEqual([150])
})

it('comes back after a Redis was killed and started again', async () => {
  await using redis = await startRedis()
  const target = redisTarget(redis.url, '152921', '7')
  expect(await target.attempt(batch.slice(0, 10), signal)).toEqual({ outcome: 'answered' })
  await redis.kill()
  expect(await target.attempt(batch.slice(10, 20), signal)).toMatchObject({ outcome: 'again' })
  await redis.start()
  expect(await target.attempt(batch.slice(10, 20), signal)).toEqual({ outcome: 'answered' })
  target.close()
})

it('comes again when nobody is there, gives up on a wrong password', async () => {
  const url = `redis://127.0.0.1:${await freePort()}`
  expect(await redisTarget(url, '152921', '7').attempt(batch, signal)).toMatchObject({ outcome: 'again', because: expect.stringContaining('ECONNREFUSED') as string })
  await using redis = await startRedis('--requirepass', 'secret')
  await expect(redisTarget(`redis://:wrong@127.0.0.1:${redis.port}`, '152921', '7').attempt(batch, signal)).rejects.toThrow(/WRONGPASS.*correct the address given with --redis/)
  await expect(redisTarget(redis.url, '152921', '7').attempt(batch, signal)).rejects.toThrow(/NOAUTH/)
})
