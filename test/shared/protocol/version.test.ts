import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { envelope } from '../../../shared/events/envelope.ts'
import { EVENT_DATA } from '../../../shared/state/eventTypes.ts'
import { DOWN } from '../../../shared/protocol/down.ts'
import { UP } from '../../../shared/protocol/up.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts'

/** Version → hash of every event and wire schema. A change that old peers can live with gets a new hash here, another one a new version too. */
const HASHES: Record<number, string> = { 1: '6ff83d245be02070' }

describe('schemas', () => {
  it('[E3] have the hash that stands beside the protocol’s version', () => {
    const all = { envelope, ...EVENT_DATA, ...DOWN, ...UP }
    const shapes = Object.entries(all).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })])
    expect(createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16)).toBe(HASHES[PROTOCOL_VERSION])
  })
})
