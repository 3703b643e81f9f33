import type { OpenSocket, SocketHandlers } from '../../../client/link/socket.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freePort } from '../../support/freePort.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { Screen } from '../../support/screen.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

describe('the link to a real server', () => {
  it('[P2][P7][P9] comes live, folds what happens and agrees with the server', async () => {
    await using server = await startTestServer()
    using screen = await new Screen(server.url).becomes('live')
    await server.post(reportIncident('WG-1'))
    await screen.knows('WG-1')
    expect(await screen.nextDigest()).toBe(true)
    expect(screen.logs.at(-1)).toBe(true)
    expect(screen.projection.heard.value.incident.entry).toBeGreaterThan(0)
    expect(screen.projection.recent.map(({ subject }) => subject)).toEqual(['WG-1'])
  })

  it('[K4][T1] a server that stops and comes back is resumed by cursor: no reload, no lost event, no refetch', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'wangge-link-'))
    const port = await freePort()
    try {
      const first = await startTestServer({ dataDir, port })
      let fetched = 0
      using screen = await new Screen(first.url, { fetchState: fetch => (href, signal) => (fetched++, fetch(href, signal)) }).becomes('live')
      await first.post(reportIncident('WG-1'))
      await screen.knows('WG-1')
      await first[Symbol.asyncDispose]()
      await screen.becomes('cut')
      expect(screen.statuses.at(-1)).toMatchObject({ reason: 'server-stopping' })
      await waitFor('two attempts failed', () => screen.statuses.some(({ attempt, reason }) => attempt >= 2 && reason === 'unreachable'), 10_000, () => screen.statuses)
      await using second = await startTestServer({ dataDir, port })
      await second.post(reportIncident('WG-2'))
      await screen.becomes('live')
      await screen.knows('WG-2')
      expect(await screen.nextDigest()).toBe(true)
      expect([screen.reloads, screen.projection.state.value!.incident.incidents.size]).toEqual([[], 2])
      expect(fetched).toBe(1)
    }
    finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  }, 60_000)

  it('[P7][K4] a frame that got lost is noticed at the next one and asked for again', async () => {
    let lose = false
    await using server = await startTestServer()
    using screen = await new Screen(server.url, {
      through: between(handlers => ({
        ...handlers,
        frame: (frame) => {
          if (!lose || frame.events.length === 0)
            handlers.frame(frame)
          else
            lose = false
        },
      })),
    }).becomes('live')
    lose = true
    await server.post(reportIncident('WG-1'))
    await screen.knows('WG-1')
    expect(screen.reasons).toContain('gap')
    await screen.becomes('live')
    expect(screen.projection.state.value!.incident.incidents.size).toBe(1)
  })

  it('[P9][K4] another digest is said, and leads to a fresh state', async () => {
    let spoil = true
    await using server = await startTestServer()
    using screen = await new Screen(server.url, {
      through: between(handlers => ({
        ...handlers,
        frame: (frame) => {
          const spoilt = spoil && frame.digest !== undefined
          spoil &&= !spoilt
          handlers.frame(spoilt ? { ...frame, digest: '0123456789abcdef' } : frame)
        },
      })),
    }).becomes('live')
    await waitFor('the digest differs', () => screen.compared.includes(false), 10_000, () => screen.compared)
    expect(screen.reasons).toContain('digest')
    await screen.becomes('live')
    expect(await screen.nextDigest()).toBe(true)
    expect(screen.reloads).toEqual([])
  })

  it('[K5] a state of another fold loads the page anew and remembers why', async () => {
    await using server = await startTestServer()
    using screen = new Screen(server.url, {
      fetchState: fetch => async (href, signal) => {
        const resource = await fetch(href, signal)
        return { ...resource, state: { ...resource.state, fold: 'another' } }
      },
    })
    await waitFor('the page is loaded anew', () => screen.reloads.length > 0, 10_000, () => screen.statuses)
    expect(JSON.parse(screen.reloads[0]!)).toMatchObject({ round: 1, reason: 'other-fold' })
  })

  it('[K2] a message that does not parse is taken as a gap', async () => {
    await using server = await startTestServer()
    let handlers: SocketHandlers | undefined
    using screen = await new Screen(server.url, { through: between((own) => { handlers = own; return own }) }).becomes('live')
    handlers!.garbled()
    expect(screen.statuses.at(-1)).toMatchObject({ state: 'subscribing', reason: 'gap' })
    await screen.becomes('live')
  })

  it('says what refuses it and tries again', async () => {
    await using server = await startTestServer({ limits: { rooms: 0 } })
    using screen = await new Screen(server.url).becomes('waiting')
    expect(screen.statuses.at(-1)).toMatchObject({ reason: 'refused-too-many', attempt: 1 })
    await waitFor('it tried again', () => screen.statuses.filter(({ reason, state }) => reason === 'refused-too-many' && state === 'waiting').length > 1, 10_000, () => screen.statuses)
  })
})

function between(wrap: (handlers: SocketHandlers) => SocketHandlers): (open: OpenSocket) => OpenSocket {
  return open => handlers => open(wrap(handlers))
}
