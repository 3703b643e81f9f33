import type { Checkpoint, EventLog, Fence, Fenced } from '../EventLog.ts'
import type { RedisConnection } from './RedisConnection.ts'
import type { RedisKeys } from './RedisKeys.ts'
import { putCheckpointScript } from './lua/putCheckpointScript.ts'

/** Checkpoints of the log, heads and bodies apart. */
export class RedisCheckpoints implements Pick<EventLog, 'putCheckpoint' | 'listCheckpoints' | 'getCheckpoint'> {
  constructor(private readonly keys: RedisKeys, private readonly commands: RedisConnection) {}

  async putCheckpoint({ body, ...head }: Checkpoint, keep: number, { lease, token }: Fence): Promise<{ outcome: 'kept' } | Fenced> {
    const kept = await this.commands.run(client => client.eval(
      putCheckpointScript, 4, ...this.keys.checkpoints, this.keys.lease(lease), head.name, head.at, JSON.stringify(head),
      Buffer.from(body.buffer, body.byteOffset, body.byteLength), keep, token,
    ), body.byteLength)
    return { outcome: kept === null ? 'fenced' : 'kept' }
  }

  async listCheckpoints(): Promise<Omit<Checkpoint, 'body'>[]> {
    const heads = await this.commands.run(client => client.hvals(this.keys.checkpoints[1]))
    return heads.map(head => JSON.parse(head) as Omit<Checkpoint, 'body'>)
      .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
  }

  async getCheckpoint(name: string): Promise<Checkpoint | undefined> {
    const [, heads, bodies] = this.keys.checkpoints
    const [head, body] = await this.commands.run(client => Promise.all([client.hget(heads, name), client.hgetBuffer(bodies, name)]))
    return head && body ? { ...JSON.parse(head) as Omit<Checkpoint, 'body'>, body } : undefined
  }
}
