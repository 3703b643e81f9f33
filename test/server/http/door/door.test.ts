import type { TestServer } from '../../../support/startTestServer.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withoutBase } from '../../../../server/http/door/withoutBase.ts'
import { OnceAMinute } from '../../../../server/http/door/OnceAMinute.ts'
import { askRaw } from '../../../support/askRaw.ts'
import { ManualClock } from '../../../support/ManualClock.ts'
import { startTestServer } from '../../../support/startTestServer.ts'

const HANDSHAKE = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==']
const LINKS = ['/live/?EIO=4&transport=websocket', '/socket.io/?EIO=4&transport=websocket']

let plain: TestServer
let site: TestServer
let proxied: TestServer

beforeAll(async () => {
  [plain, site, proxied] = await Promise.all([
    startTestServer(),
    startTestServer({ publicUrl: 'https://wangge.example.cn', hosts: ['10.20.0.7:8443', 'Wand.例え.jp.', '[fd00::1]', 'plain.example:80'] }),
    startTestServer({ publicUrl: 'https://wangge.example.cn', trustProxy: 'loopback' }),
  ])
})
afterAll(() => Promise.all([plain, site, proxied].map(server => server[Symbol.asyncDispose]())))

const get = ({ port }: TestServer, ...headers: string[]) => askRaw(port, ['GET /healthz HTTP/1.1', 'Connection: close', ...headers])
const post = ({ port }: TestServer, ...headers: string[]) => askRaw(port, ['POST /api/v1/events HTTP/1.1', 'Connection: close', 'Content-Type: application/json', 'Content-Length: 2', ...headers], '[]')
const link = ({ port }: TestServer, path: string, ...headers: string[]) => askRaw(port, [`GET ${path} HTTP/1.1`, ...HANDSHAKE, ...headers])

it('[S5] each that is not let in is counted, requests and handshakes alike', async () => {
  const counted = async () => {
    const text = await (await fetch(`${plain.url}/metrics`)).text()
    return Object.fromEntries([...text.matchAll(/^wangge_door_turned_total\{status="(\d+)"\} (\d+)$/gm)].map(([, status, count]) => [status, Number(count)]))
  }
  const before = await counted()
  await get(plain, 'Host: evil.example')
  await link(plain, LINKS[0]!, 'Host: evil.example')
  await get(plain, 'Host: localhost', 'Host: localhost')
  await post(plain, 'Host: localhost', 'Origin: https://evil.example')
  await link(plain, LINKS[0]!, 'Host: localhost', 'Origin: https://evil.example')
  await askRaw(plain.port, ['GET /osmand?id=x HTTP/1.1', 'Connection: close', 'Host: localhost', 'Sec-Fetch-Site: cross-site'])
  await get(plain, 'Host: localhost')
  const after = await counted()
  expect(['400', '403', '421'].map(status => after[status]! - (before[status] ?? 0))).toEqual([1, 3, 2])
})

describe('names', () => {
  it.each([
    ['localhost', 200],
    ['LOCALHOST.:9', 200],
    ['127.0.0.1:8080', 200],
    ['127.9.9.9', 200],
    ['127.1', 200],
    ['[::1]:8080', 200],
    ['[0:0:0:0:0:0:0:1]', 200],
    ['evil.example', 421],
    ['evil.example:8080', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['127.0.0.1@evil.example', 421],
    ['evil.example@127.0.0.1', 421],
    ['127.0.0.1:80:80', 421],
    ['0.0.0.0', 421],
    ['[::]', 421],
    ['192.168.1.5', 421],
    ['', 421],
  ])('[S1] asked as "%s" it answers %i, to requests and to handshakes', async (host, status) => {
    const answer = await get(plain, `Host: ${host}`)
    expect(answer.status).toBe(status)
    for (const path of LINKS)
      expect((await link(plain, path, `Host: ${host}`)).status).toBe(status === 200 ? 101 : 421)
    expect((await post(plain, `Host: ${host}`)).status).toBe(status)
    if (status === 421)
      expect(JSON.parse(answer.body)).toMatchObject({ status, reason: 'host', detail: expect.stringMatching(/HOSTS.*PUBLIC_URL/) })
  })

  it.each([
    ['wangge.example.cn', 200],
    ['WANGGE.example.cn.:8443', 200],
    ['10.20.0.7:8443', 200],
    ['10.20.0.7:8080', 421],
    ['10.20.0.7', 421],
    ['plain.example', 200],
    ['wand.xn--r8jz45g.jp', 200],
    ['[FD00::1]:1', 200],
    ['sub.wangge.example.cn', 421],
    ['localhost', 200],
  ])('[S1] with PUBLIC_URL and HOSTS, asked as %s it answers %i', async (host, status) => {
    expect((await get(site, `Host: ${host}`)).status).toBe(status)
  })

  it('[S1] no Host, several, and one in the target that is not ours are not answered', async () => {
    expect((await askRaw(plain.port, ['GET /healthz HTTP/1.0'])).status).toBe(421)
    expect((await get(plain, 'Host: localhost', 'Host: evil.example')).status).toBe(400)
    expect((await askRaw(plain.port, ['GET http://evil.example/healthz HTTP/1.1', 'Host: localhost', 'Connection: close'])).status).toBe(421)
    expect((await askRaw(plain.port, ['GET http://localhost/healthz HTTP/1.1', 'Host: localhost', 'Connection: close'])).status).toBe(200)
  })

  it('[S2] what a request says of its way counts from a trusted proxy alone, and never in place of the Host', async () => {
    const named = 'X-Forwarded-Host: wangge.example.cn'
    expect((await get(plain, 'Host: localhost', 'X-Forwarded-Host: evil.example')).status).toBe(200)
    expect((await get(proxied, 'Host: 127.0.0.1:8080', named)).status).toBe(200)
    expect((await get(proxied, 'Host: 127.0.0.1:8080', 'X-Forwarded-Host: evil.example')).status).toBe(421)
    expect((await get(proxied, 'Host: evil.example', named)).status).toBe(421)
    // Asked over https as a loopback name, by a proxy that says so.
    const page = ['Host: 127.0.0.1', 'X-Forwarded-Host: localhost:9', 'X-Forwarded-Proto: https']
    expect((await post(proxied, ...page, 'Origin: https://localhost:9')).status).toBe(200)
    expect((await post(proxied, ...page, 'Origin: http://localhost:9')).status).toBe(403)
    expect((await post(plain, ...page, 'Origin: https://localhost:9')).status).toBe(403)
  })
})

describe('pages', () => {
  const FOREIGN = [
    ['Origin: http://evil.example'],
    ['Origin: null'],
    ['Origin: http://localhost:9999'],
    ['Origin: http://127.0.0.1:8080'],
    ['Origin: https://localhost:8080'],
    ['Origin: http://localhost.evil.example:8080'],
    ['Sec-Fetch-Site: cross-site'],
    ['Sec-Fetch-Site: same-site'],
    ['Origin: http://localhost:8080', 'Sec-Fetch-Site: cross-site'],
    ['Referer: http://evil.example/page'],
  ]

  it.each(FOREIGN)('[S3] [S4] refused to write, by POST, handshake and GET: %s %s', async (...headers) => {
    const host = 'Host: localhost:8080'
    const said = headers.filter(Boolean)
    const answer = await post(plain, host, ...said)
    expect(answer.status).toBe(403)
    expect(JSON.parse(answer.body)).toMatchObject({ reason: 'origin', detail: expect.stringMatching(/localhost:8080.*PUBLIC_URL/) })
    for (const path of LINKS)
      expect((await link(plain, path, host, ...said)).status).toBe(403)
    for (const method of ['GET', 'HEAD', 'POST'])
      expect((await askRaw(plain.port, [`${method} /osmand?id=tracker-1&lat=38.05&lon=105.05 HTTP/1.1`, 'Connection: close', host, ...said])).status).toBe(403)
    // What only reads is answered; the browser keeps it from that page.
    expect((await get(plain, host, ...said)).status).toBe(200)
  })

  it.each([
    [],
    ['Origin: http://localhost:8080'],
    ['Origin: http://LOCALHOST:8080'],
    ['Origin: http://localhost:8080', 'Sec-Fetch-Site: same-origin'],
    ['Sec-Fetch-Site: none'],
    ['Referer: http://localhost:8080/duty'],
  ])('[S3] lets programs, phones and its own pages write: %s %s', async (...headers) => {
    const said = headers.filter(Boolean)
    expect((await post(plain, 'Host: localhost:8080', ...said)).status).toBe(200)
    expect((await link(plain, LINKS[0]!, 'Host: localhost:8080', ...said)).status).toBe(101)
    expect((await askRaw(plain.port, ['GET /osmand?id=tracker-1&lat=38.05&lon=105.05 HTTP/1.1', 'Connection: close', 'Host: localhost:8080', ...said])).status).toBe(200)
  })

  it('[S3] every way that changes something refuses such a page', async () => {
    for (const [method, path] of [['POST', '/api/v1/commands'], ['POST', '/api/v1/handovers'], ['POST', '/api/v1/incidents/WG-1/attachments?audience=desk'], ['POST', '/open311/v2/requests.json'], ['POST', '/api/v1/origin-check'], ['PUT', '/api/v1/state'], ['DELETE', '/']])
      expect((await askRaw(plain.port, [`${method} ${path} HTTP/1.1`, 'Connection: close', 'Host: localhost', 'Content-Length: 2', 'Origin: http://evil.example'], '{}')).status, path).toBe(403)
  })

  it('[S3] the origin of PUBLIC_URL is its own, whatever a proxy made of the Host; its other scheme is not', async () => {
    for (const host of ['Host: 127.0.0.1:8080', 'Host: wangge.example.cn']) {
      expect((await post(site, host, 'Origin: https://wangge.example.cn')).status).toBe(200)
      expect((await link(site, LINKS[0]!, host, 'Origin: https://wangge.example.cn')).status).toBe(101)
      expect((await post(site, host, 'Origin: https://wangge.example.cn:8443')).status).toBe(403)
    }
    expect((await post(site, 'Host: 127.0.0.1:8080', 'Origin: http://wangge.example.cn')).status).toBe(403)
  })

  it('[S6] a page learns from /api/v1/origin-check whether it may link', async () => {
    const check = ({ port }: TestServer, ...headers: string[]) => askRaw(port, ['POST /api/v1/origin-check HTTP/1.1', 'Connection: close', 'Content-Length: 0', 'Host: 127.0.0.1:8080', ...headers])
    expect((await check(plain, 'Origin: http://127.0.0.1:8080')).status).toBe(204)
    const answer = await check(plain, 'Origin: https://wangge.example.cn', 'Sec-Fetch-Site: same-origin')
    expect([answer.status, (JSON.parse(answer.body) as { reason: string }).reason]).toEqual([403, 'origin'])
    expect((await check(site, 'Origin: https://wangge.example.cn', 'Sec-Fetch-Site: same-origin')).status).toBe(204)
  })
})

it.each([
  ['/wangge', '/'],
  ['/wangge/', '/'],
  ['/wangge?at=1', '/?at=1'],
  ['/wangge/live/?EIO=4', '/live/?EIO=4'],
  ['/wall', '/wall'],
  ['/wanggeX', '/wanggeX'],
  ['/Wangge/wall', '/Wangge/wall'],
  ['/wangge/wangge/wall', '/wangge/wall'],
  ['http://localhost/wangge/wall?a', '/wall?a'],
  ['http://localhost', '/'],
])('[S7] under /wangge %s is %s', (asked, meant) => {
  expect(withoutBase(asked, '/wangge')).toBe(meant)
})

it('[S5] the log has a line a minute at most, which names Origin, Host and PUBLIC_URL', async () => {
  await using server = await startTestServer()
  for (let i = 0; i < 20; i++) {
    await post(server, 'Host: 127.0.0.1:8080', `Origin: https://wangge.example.cn${'/'.repeat(i * 100)}`)
    await get(server, 'Host: evil.example')
  }
  const lines = server.logged.map(line => JSON.parse(line) as Record<string, unknown>)
  expect(lines).toEqual([
    expect.objectContaining({ level: 40, origin: 'https://wangge.example.cn', host: '127.0.0.1:8080', refused: 1, msg: expect.stringContaining('PUBLIC_URL') }),
    expect.objectContaining({ level: 40, host: 'evil.example', refused: 1, msg: expect.stringContaining('HOSTS') }),
  ])

  const clock = new ManualClock()
  const once = new OnceAMinute(clock)
  const said: number[] = []
  for (let second = 0; second < 150; second++) {
    once.say(times => said.push(times))
    clock.advance(1000)
  }
  expect(said).toEqual([1, 60, 60])
})
