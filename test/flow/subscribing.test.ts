import { describe, expect, it } from 'vitest'
import { FOLD_VERSION } from '../../shared/state/foldVersion.ts'
import { DOWN } from '../../shared/protocol/down.ts'
import { LiveClient } from '../support/liveClient.ts'
import { RawLive } from '../support/RawLive.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const HREF = '/api/v1/state?audience=screen&region=152921'

describe('subscribing', () => {
  it('[P3][P6] what is not a subscription is refused, and the link stays', async () => {
    await using server = await startTestServer()
    using raw = await new RawLive(server.url).connected()
    const scope = { audience: 'screen', region: '152921' }
    const asked: [string, unknown, string][] = [
      ['hello', {}, 'bad-request'],
      ['subscribe', null, 'bad-request'],
      ['subscribe', { protocol: 1 }, 'bad-request'],
      ['subscribe', { protocol: 1, scope, more: true }, 'bad-request'],
      ['subscribe', { protocol: 1, scope: { audience: 'everybody', region: '152921' } }, 'bad-request'],
      ['subscribe', { protocol: 2, scope }, 'other-protocol'],
      ['subscribe', { protocol: 1, scope: { audience: 'screen', region: '152922' } }, 'unknown-region'],
      ['subscribe', { protocol: 1, scope: { audience: 'screen', region: '152921101001009' } }, 'unknown-region'],
    ]
    for (const [name, message] of asked)
      raw.send(name, message)
    const refused = () => raw.texts.filter(text => text.startsWith('42["refused"')).map(text => (JSON.parse(text.slice(2)) as [string, { reason: string }])[1].reason)
    await waitFor('all are answered', () => refused().length === asked.length, 10_000, refused)
    expect(refused()).toEqual(asked.map(([, , reason]) => reason))
    raw.send('subscribe', { protocol: 1, scope })
    await waitFor('the link still answers', () => raw.texts.some(text => text.startsWith('42["refetch",{"because":"none"')))
  })

  it('[P5] refetch names its reason and where to fetch', async () => {
    await using server = await startTestServer({ limits: { ringEvents: 5 } })
    using client = await new LiveClient(server.url).connected()
    const { cursor } = await client.fetchState()
    const [epoch] = cursor.split('~')
    const answer = async (more: Parameters<LiveClient['subscribe']>[0]) => {
      const before = client.heard.refetch.length
      client.subscribe(more)
      await waitFor('an answer', () => client.heard.refetch.length > before)
      return client.heard.refetch.at(-1)
    }
    expect(await answer({ cursor: undefined })).toEqual({ because: 'none', href: HREF })
    expect(await answer({ fold: 'older' })).toEqual({ because: 'other-fold', href: HREF })
    expect(await answer({ cursor: 'another~0-0~0-0~0-0' })).toEqual({ because: 'other-epoch', href: HREF })
    expect(await answer({ cursor: `${epoch}~99999999999999-0~0-0~0-0` })).toEqual({ because: 'ahead', href: HREF })
    await server.post(Array.from({ length: 9 }, (_, i) => reportIncident(`WG-${i}`)))
    await waitFor('they are folded', async () => JSON.stringify((await server.get(HREF)).body).includes('WG-8'))
    expect(await answer({ cursor })).toEqual({ because: 'too-old', href: HREF })
    await client.fetchState()
    client.subscribe({ fold: FOLD_VERSION })
    await waitFor('resumed', () => client.heard.resumed.length === 1)
    expect(client.heard.resumed[0]).toEqual({ cursor: client.heard.frames[0]!.from })
  })

  it('[P5] a long absence costs the smaller of ring and state', async () => {
    await using server = await startTestServer({ limits: { catchUpBytes: 3000 } })
    using client = await new LiveClient(server.url).connected()
    await client.fetchState()
    await server.post(Array.from({ length: 5 }, (_, i) => reportIncident(`WG-${i}`)))
    await waitFor('they are folded', async () => JSON.stringify((await server.get(HREF)).body).includes('WG-4'))
    client.subscribe()
    await waitFor('resumed', () => client.heard.resumed.length === 1)
    await client.knows('WG-4')
    const old = client.heard.frames[0]!.from
    await server.post(Array.from({ length: 50 }, (_, i) => reportIncident(`WG-B${i}`)))
    await client.knows('WG-B49')
    client.subscribe({ cursor: old })
    await waitFor('too much to send', () => client.heard.refetch.at(-1)?.because === 'too-old')
  })

  it('[P7][P8][P9][P11] frames join on, come each second, carry digests, and positions beside', async () => {
    await using server = await startTestServer()
    using client = await new LiveClient(server.url).live()
    await server.get('/osmand?id=tracker-1&lat=38.05123&lon=105.05123')
    await server.get('/osmand?id=tracker-8&lat=38.05&lon=105.35')
    const frame = await waitFor('a frame with a position', () => client.heard.frames.find(({ positions }) => positions))
    expect(frame.positions).toEqual([{ worker: expect.stringMatching(/^~/), grid: '152921101001001', lng: 105.051, lat: 38.051, at: expect.any(Number) }])
    // One message for both: each costs every reader's socket a write.
    expect(frame.events.map(({ type }) => type)).toEqual(['patrol.position'])
    await waitFor('six more beats', () => client.heard.frames.filter(({ log }) => log).length > 6)
    const { frames } = client.heard
    expect(frames.every(each => DOWN.frame.safeParse(each).success)).toBe(true)
    frames.slice(1).forEach((each, i) => expect(each.from).toBe(frames[i]!.to))
    expect(frames.filter(({ digest }) => digest).length).toBeGreaterThanOrEqual(2)
    expect(frames.filter(({ log }) => log).every(({ log }) => log!.up && log!.lagMs === 0)).toBe(true)
    expect(client.mismatches).toEqual([])
  }, 30_000)

  it('[P2][P6][P10] a region sees its own, and its digest agrees; a client may change its scope', async () => {
    await using server = await startTestServer()
    const town = { audience: 'screen', region: '152921102' } as const
    using one = await new LiveClient(server.url, town).live()
    using two = await new LiveClient(server.url, { audience: 'desk', region: '152921102' }).live()
    await server.post([
      reportIncident('WG-HERE', { grid: '152921102200001' }),
      reportIncident('WG-THERE', { grid: '152921101001001' }),
      // A worker who leaves the region must leave its picture: it hears of it, and cannot know where from its own state.
      { type: 'patrol.started', subject: 'S00007', data: { grid: '152921102200001' } },
      { type: 'patrol.entered-grid', subject: 'S00007', data: { grid: '152921101001001' } },
      { type: 'patrol.started', subject: 'S00008', data: { grid: '152921102200001' } },
    ])
    await one.knows('WG-HERE')
    await waitFor('both have a digest that matches', () => one.matches > 1 && two.matches > 1)
    expect([one.mismatches, two.mismatches, one.digest === two.digest]).toEqual([[], [], true])
    expect(one.state!.incident.incidents.has('WG-THERE')).toBe(false)
    expect([...two.state!.patrol.workers.values()].map(({ newest }) => [newest.worker, newest.at > 0])).toEqual([['S00007', true], ['S00008', true]])
    expect(two.heard.frames.some(({ events }) => events.some(({ type, subject }) => type === 'patrol.entered-grid' && subject === 'S00007'))).toBe(true)

    using other = await new LiveClient(server.url).connected()
    await other.fetchState()
    const before = one.heard.frames.length
    one.socket.emit('subscribe', { protocol: 1, scope: other.scope, cursor: other.cursor! })
    await waitFor('it is served the district', () => one.heard.frames.length > before)
    await server.post(reportIncident('WG-2', { grid: '152921101001001' }))
    await waitFor('with what lies elsewhere', () => one.heard.frames.some(({ events }) => events.some(({ subject }) => subject === 'WG-2')))
    expect(two.state!.incident.incidents.has('WG-2')).toBe(false)
  }, 30_000)
})
