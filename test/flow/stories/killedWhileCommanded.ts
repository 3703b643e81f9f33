import type { CommandAnswer } from '../../../shared/protocol/commandAnswer.ts'
import { expect } from 'vitest'
import { freePort } from '../../support/freePort.ts'
import { commandOf } from '../../support/commandOf.ts'
import { deskDistrict } from '../../support/deskDistrict.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { startServerProgram } from '../../support/startServerProgram.ts'
import { waitFor } from '../../support/waitFor.ts'
import { order } from './commands.ts'

const MATTERS = 60

/** A server is killed while it takes commands; those whose answer was lost are sent again, and each has exactly one effect. */
export async function killedWhileCommanded(env: Record<string, string>): Promise<void> {
  await using district = await deskDistrict()
  const all = { ...env, DISTRICT_DIR: district.path, PORT: String(await freePort()) }
  const first = await startServerProgram(all)
  const ids = Array.from({ length: MATTERS }, (_, i) => `WG-${i + 1}`)
  const { results } = await post(first.url, ids.map(id => reportIncident(id)))
  const commands = ids.map((id, i) => commandOf('accept', { id, entry: results[i]!.entry }))
  await waitFor('the matters are known', async () => (await historyOf(first.url, ids.at(-1)!)).length === 1)

  const answers: CommandAnswer[] = []
  const giving = Promise.allSettled(commands.map(async command => answers.push(await order(first, command))))
  await waitFor('some are answered', () => answers.length > 3)
  await first.end('SIGKILL')
  await giving
  expect(answers.every(({ accepted }) => accepted)).toBe(true)

  await using second = await startServerProgram(all)
  for (const command of commands)
    expect(await order(second, command)).toMatchObject({ accepted: true })
  for (const id of ids)
    expect([id, await historyOf(second.url, id)]).toEqual([id, ['incident.reported', 'incident.accepted']])
  expect(await second.end('SIGTERM')).toBe(0)
}

async function post(url: string, events: unknown): Promise<{ results: { entry: string }[] }> {
  const response = await fetch(`${url}/api/v1/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
  return await response.json() as { results: { entry: string }[] }
}

async function historyOf(url: string, id: string): Promise<string[]> {
  const response = await fetch(`${url}/api/v1/incidents/${id}/timeline?audience=desk`)
  return response.ok ? (await response.json() as { events: { type: string }[] }).events.map(({ type }) => type) : []
}
