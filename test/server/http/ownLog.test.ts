import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { toLoggedError } from '../../../server/toLoggedError.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { startServerProgram } from '../../support/startServerProgram.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const PHONE = '13812345678'
const NAME = '张三-1'

it('[S9] at LOG_LEVEL=trace the own log carries no id, wherever it came in', async () => {
  await using folder = await temporaryFolder()
  await using server = await startServerProgram({ DATA_DIR: folder.path, LOG_LEVEL: 'trace' })
  const statuses: number[] = []
  const ask = async (path: string, init: RequestInit = {}) => void statuses.push((await fetch(server.url + path, init)).status)
  const post = (path: string, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) => ask(path, { method: 'POST', headers, body })

  for (const id of [PHONE, NAME, `${PHONE}.json`]) {
    const part = encodeURIComponent(id)
    await post('/api/v1/events', JSON.stringify(reportIncident(id)))
    for (const path of [`/api/v1/incidents/${part}?audience=desk`, `/api/v1/incidents/${part}/timeline?audience=desk`, `/api/v1/incidents/${part}/attachments/${part}?audience=desk&actor=${part}`, `/open311/v2/requests/${part}.json`, `/osmand?id=${part}&lat=abc`, `/osmand?id=${part}&lat=38.05&lon=105.05`, `/wall/${part}`, `/${part}`, `/assets/${part}.js`, `/api/v1/incidents/${part}%E0%A4`, `/api/v1/state?region=${part}`])
      await ask(path, { headers: { referer: `${server.url}/${part}` } })
    await post(`/api/v1/incidents/${part}/attachments?audience=desk&actor=${part}`, id, {})
    await post('/api/v1/events', `{"subject":"${id}",`)
    await post('/api/v1/events', JSON.stringify(reportIncident(id, { severity: id })))
    await post('/api/v1/commands', JSON.stringify({ type: 'accept', id, incident: id, version: '1-0', actor: id, data: {} }))
    await post('/osmand', `id=${part}&lat=1&lon=1`, { 'content-type': 'application/x-www-form-urlencoded', 'referer': `http://elsewhere.example/${part}` })
  }
  expect(new Set(statuses)).toEqual(new Set([200, 400, 403, 404, 415, 422]))
  await server.end('SIGTERM')

  const written = await readFile(join(folder.path, 'logs/server.log'), 'utf8')
  for (const told of [PHONE, NAME, encodeURIComponent(NAME)])
    expect(written).not.toContain(told)
  expect(written).toMatch(/"path":"\/api\/v1\/incidents\/~\w+\/timeline"/)
  expect(written).toMatch(/"path":"\/open311\/v2\/requests\/~\w+"/)
  expect(written).toMatch(/"path":"\/api\/v1\/state"/)
})

it('[S9] of an error the log has its kind, its place and what it says, without what it quotes or hangs on', () => {
  const driver = Object.assign(new Error(`ERR wrong type of ${PHONE}`, { cause: new Error(`no '${NAME}' here`) }), { code: 'ECONNRESET', command: { name: 'xadd', args: [PHONE, NAME] } })
  const parsed = (() => {
    try {
      return JSON.parse(`{"name": "${NAME}", ${PHONE}}`) as unknown
    }
    catch (error) {
      return error
    }
  })()
  const logged = JSON.stringify([driver, parsed, `thrown ${PHONE}`].map(error => toLoggedError(error)))
  expect(logged).not.toMatch(/13812345678|张三/)
  expect(toLoggedError(driver)).toEqual({ type: 'Error', code: 'ECONNRESET', message: 'ERR wrong type of …', stack: expect.stringContaining('ownLog.test.ts'), cause: expect.objectContaining({ message: 'no \'…\' here' }) })
  expect(toLoggedError(new TypeError('Cannot read properties of undefined (reading \'entry\')')).message).toContain('\'entry\'')
})
