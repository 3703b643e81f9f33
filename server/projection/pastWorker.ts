import type { PastAsked, PastMessage, PastSetUp } from './pastMessages.ts'
import type { EventLog } from '../log/EventLog.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { basisOf } from '../../shared/domain/basisOf.ts'
import { Aliases } from '../Aliases.ts'
import { Places } from '../district/Places.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'
import { readEntry } from '../read/readEntry.ts'
import { PastLostError } from './PastLostError.ts'
import { pastResource } from './pastResource.ts'

// A thread of its own: folds pasts, and asks the serving thread for what it reads of the log.

const port = parentPort!
const { district, dataDir } = workerData as PastSetUp
const places = new Places(district)
const basis = basisOf(district)
const waiting = new Map<number, { resolve: (value: unknown) => void, reject: (error: Error) => void }>()
let calls = 0
let aliases: Aliases | undefined

const log = new Proxy({} as EventLog, {
  get: (_target, method) => (...args: unknown[]) => new Promise((resolve, reject) => {
    waiting.set(++calls, { resolve, reject })
    port.postMessage({ kind: 'call', call: calls, method: String(method), args } satisfies PastMessage)
  }),
})

const logger = { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') }

port.on('message', (message: PastAsked) => {
  if (message.kind === 'answer') {
    const { resolve, reject } = waiting.get(message.call)!
    waiting.delete(message.call)
    if (message.failed === undefined)
      resolve(message.value)
    else
      reject(message.away ? new LogUnavailableError(message.failed) : new Error(message.failed))
    return
  }
  void fold(message)
})

async function fold({ scope, at, secret }: PastAsked & { kind: 'fold' }): Promise<void> {
  try {
    aliases ??= new Aliases(secret)
    aliases.use(secret)
    const { digest, json } = await pastResource({ log, dataDir, basis, logger, read: entry => readEntry(entry, places), aliasOf: aliases.of }, scope, at)
    port.postMessage({ kind: 'folded', digest, json } satisfies PastMessage, [json.buffer])
  }
  catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    port.postMessage((error instanceof PastLostError
      ? { kind: 'lost', gap: error.gap, earliest: error.earliest }
      : { kind: 'failed', message, away: error instanceof LogUnavailableError }) satisfies PastMessage)
  }
}

function say(level: 'debug' | 'info' | 'warn' | 'error') {
  return (context: object, message: string) => port.postMessage({ kind: 'said', level, message, context: JSON.parse(JSON.stringify(context)) as object } satisfies PastMessage)
}
