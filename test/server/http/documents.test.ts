import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { EVENT_TYPES } from '../../../shared/state/eventTypes.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const redocly = fileURLToPath(new URL('../../../node_modules/@redocly/cli/bin/cli.js', import.meta.url))

it('/openapi.json and /asyncapi.json are valid', async () => {
  await using server = await startTestServer()
  await using folder = await temporaryFolder()
  for (const name of ['openapi.json', 'asyncapi.json']) {
    const { status, body } = await server.get(`/${name}`)
    expect(status).toBe(200)
    await writeFile(join(folder.path, name), JSON.stringify(body))
  }
  const run = promisify(execFile)
  const { stderr } = await run(process.execPath, [redocly, 'lint', 'openapi.json', 'asyncapi.json'], { cwd: folder.path, env: { ...process.env, REDOCLY_TELEMETRY: 'off' } })
  expect(stderr).toMatch(/valid/)
}, 60_000)

it('[E2] every event type has a lawful example, which the demo district accepts', async () => {
  await using server = await startTestServer({ districtDir: undefined })
  const { body } = await server.get('/openapi.json')
  const { paths } = body as { paths: Record<string, { post: { requestBody: { content: Record<string, { examples: Record<string, { value: { type: string } }> }> } } }> }
  const { content } = paths['/api/v1/events']!.post.requestBody
  for (const mode of ['application/json', 'application/cloudevents+json']) {
    const examples = Object.values(content[mode]!.examples).map(({ value }) => value)
    expect(examples.map(({ type }) => type)).toEqual(EVENT_TYPES)
    for (const example of examples) {
      const { status, body } = await server.post(example, { 'content-type': mode })
      expect([example.type, status, body]).toEqual([example.type, 200, { results: [expect.objectContaining({ accepted: true })] }])
    }
  }
})
