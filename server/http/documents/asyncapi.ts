import type { StreamName } from '../../../shared/words/stream.ts'
import { z } from 'zod'
import { EVENT_TYPES, streamOf } from '../../../shared/state/eventTypes.ts'
import { DOWN } from '../../../shared/protocol/down.ts'
import { UP } from '../../../shared/protocol/up.ts'
import { STREAMS } from '../../../shared/words/stream.ts'
import { eventSchemas, exampleOf, nameOf } from './eventSchema.ts'

type Json = Record<string, unknown>

/** AsyncAPI 3 of `/live` and of the log's streams, from the schemas that parse them. */
export function asyncapi(version: string, district: string, basePath: string): object {
  const down = Object.keys(DOWN)
  const up = Object.keys(UP)
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Wangge 网格: live changes and the log',
      version,
      description: 'State comes from GET /api/v1/state, changes over /live (Socket.IO 4, WebSocket, path /live). Producers may also write into the Redis streams.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      live: { host: 'localhost:8080', pathname: `${basePath}/live`, protocol: 'socketio', description: 'this server' },
      log: { host: 'localhost:6379', protocol: 'redis', description: 'the log, where it is in Redis' },
    },
    channels: {
      live: { address: '/live', servers: [{ $ref: '#/servers/live' }], messages: refs([...up, ...down]) },
      ...Object.fromEntries(STREAMS.map(stream => [stream, { address: `{${district}}:${stream}`, servers: [{ $ref: '#/servers/log' }], messages: refs(typesOf(stream).map(nameOf)) }])),
    },
    operations: {
      subscribe: { action: 'receive', channel: { $ref: '#/channels/live' }, messages: up.map(name => ({ $ref: `#/channels/live/messages/${name}` })) },
      tell: { action: 'send', channel: { $ref: '#/channels/live' }, messages: down.map(name => ({ $ref: `#/channels/live/messages/${name}` })) },
      ...Object.fromEntries(STREAMS.map(stream => [`read-${stream}`, { action: 'receive', channel: { $ref: `#/channels/${stream}` } }])),
    },
    components: {
      messages: {
        ...Object.fromEntries([...Object.entries(UP), ...Object.entries(DOWN)].map(([name, schema]) => [name, { name, payload: { $ref: `#/components/schemas/${idOf(schema)}` } }])),
        ...Object.fromEntries(EVENT_TYPES.map(type => [nameOf(type), { name: type, payload: { $ref: `#/components/schemas/${nameOf(type)}` }, examples: [{ payload: exampleOf(type) }] }])),
      },
      schemas: schemas(),
    },
  }
}

function typesOf(stream: StreamName) {
  return EVENT_TYPES.filter(type => streamOf(type) === stream)
}

function refs(names: readonly string[]): Json {
  return Object.fromEntries(names.map(name => [name, { $ref: `#/components/messages/${name}` }]))
}

/** Draft 7, which AsyncAPI asks for. */
function schemas(): Json {
  const made = z.toJSONSchema(z.globalRegistry, {
    target: 'draft-7',
    io: 'input',
    uri: id => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined)
        delete jsonSchema.pattern
    },
  }).schemas
  const wanted = new Set<string>()
  const roots = [...Object.values(UP), ...Object.values(DOWN), ...eventSchemas.values()].map(idOf)
  const add = (id: string) => {
    if (wanted.has(id) || !made[id])
      return
    wanted.add(id)
    for (const [, inner] of JSON.stringify(made[id]).matchAll(/#\/components\/schemas\/(\w+)/g))
      add(inner!)
  }
  roots.forEach(add)
  return Object.fromEntries([...wanted].sort().map((id) => {
    const { $id: _id, $schema: _schema, id: _name, ...schema } = made[id] as Json
    return [id, schema]
  }))
}

function idOf(schema: z.ZodType): string {
  return (schema.meta() as { id: string }).id
}
