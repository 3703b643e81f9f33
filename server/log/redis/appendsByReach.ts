import type { Durability } from '../EventLog.ts'
import type { Answer, AppendCall } from './Appends.ts'
import type { RedisConnection } from './RedisConnection.ts'
import type { RedisKeys } from './RedisKeys.ts'
import type { ServerWatch } from './ServerWatch.ts'
import { Appends } from './Appends.ts'
import { APPEND_SHA, appendScript } from './lua/appendScript.ts'
import { WaitedAppends } from './WaitedAppends.ts'

interface Parts {
  keys: RedisKeys
  commands: RedisConnection
  /** For what waits for replicas or the disk. */
  waiting: RedisConnection
  watch: ServerWatch
}

/** Appends for each durability that may be asked for; what they reached is what the server offers at that moment. */
export function appendsByReach({ keys, commands, waiting, watch }: Parts): Readonly<Record<Durability, Appends>> {
  const waited = new WaitedAppends(waiting, watch)
  const plain = async (call: AppendCall, reached: Durability) => ({ answers: await runAppend(commands, call), reached })
  const written = (call: AppendCall) => plain(call, watch.info.appendOnly ? 'kill-not-power' : 'accepted')
  const flushed = async (call: AppendCall) => watch.info.flushes ? plain(call, 'durable') : watch.info.waitsForFlush ? atMostDurable(await waited.run(call)) : written(call)
  return {
    'accepted': new Appends(keys, call => plain(call, 'accepted')),
    'kill-not-power': new Appends(keys, written),
    'durable': new Appends(keys, flushed),
    'replicated': new Appends(keys, call => watch.offers === 'replicated' ? waited.run(call) : flushed(call)),
  }
}

/** A server that does not know the script yet, or forgot it, is sent its text. */
async function runAppend(commands: RedisConnection, { keys, args, bytes }: AppendCall): Promise<Answer[]> {
  return await commands.run(async (client) => {
    try {
      return await client.evalsha(APPEND_SHA, keys.length, ...keys, ...args)
    }
    catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT')))
        throw error
      return await client.eval(appendScript, keys.length, ...keys, ...args)
    }
  }, bytes) as Answer[]
}

/** Replicas may have confirmed it, which says nothing of the disk. */
function atMostDurable({ answers, reached }: { answers: Answer[]; reached: Durability }): { answers: Answer[]; reached: Durability } {
  return { answers, reached: reached === 'replicated' ? 'kill-not-power' : reached }
}
