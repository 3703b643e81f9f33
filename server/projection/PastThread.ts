import type { Scope } from '../../shared/protocol/subscribe.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { Aliases } from '../Aliases.ts'
import type { Cancel, Clock } from '../clock.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { PastAsked, PastMessage, PastSetUp } from './pastMessages.ts'
import type { WorkerOptions } from 'node:worker_threads'
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'
import { PastLostError } from './PastLostError.ts'

/** What the thread may ask of the log: it writes nothing. */
const READS = ['epoch', 'bounds', 'range', 'trimmed', 'holds', 'listCheckpoints', 'getCheckpoint'] as const
/** It gives its memory back when nobody has asked for so long. */
const IDLE_MS = 60_000
const MOST_MEGABYTES = 1536

interface Parts extends PastSetUp {
  log: EventLog
  clock: Pick<Clock, 'after'>
  aliases: Pick<Aliases, 'secret'>
  logger: Logger
}

type Folded = Extract<PastMessage, { kind: 'folded' }>

/**
 * The thread that folds pasts, so that serving goes on meanwhile (P31); started when it is first needed. The log's entries are read here, a few
 * at a time, since a home of the log may have one reader alone.
 */
export class PastThread {
  private worker: Worker | undefined
  private asker: { resolve: (folded: Folded) => void, reject: (error: Error) => void } | undefined
  private last: Promise<unknown> = Promise.resolve()
  private idle: Cancel | undefined

  constructor(private readonly parts: Parts) {}

  /** Folds one past after the other. @throws PastLostError, LogUnavailableError */
  fold(scope: Scope, at: EpochMs): Promise<Folded> {
    const folded = this.last.then(() => this.foldNext(scope, at))
    this.last = folded.catch(() => {})
    return folded
  }

  async end(): Promise<void> {
    this.idle?.()
    await this.worker?.terminate()
  }

  private async foldNext(scope: Scope, at: EpochMs): Promise<Folded> {
    this.idle?.()
    const worker = this.worker ??= this.start()
    try {
      return await new Promise<Folded>((resolve, reject) => {
        this.asker = { resolve, reject }
        this.tell(worker, { kind: 'fold', scope, at, secret: this.parts.aliases.secret })
      })
    }
    finally {
      this.asker = undefined
      this.idle = this.parts.clock.after(IDLE_MS, () => {
        this.worker = undefined
        void worker.terminate()
      })
    }
  }

  private start(): Worker {
    const { district, dataDir } = this.parts
    const worker = openWorker({ workerData: { district, dataDir } satisfies PastSetUp, resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } })
    worker.on('message', (message: PastMessage) => this.take(worker, message))
    worker.on('error', (error) => {
      this.parts.logger.warn({ err: error }, 'the thread that folds the past failed')
      this.asker?.reject(new LogUnavailableError('The thread that folds the past failed; ask again.'))
    })
    worker.on('exit', () => {
      if (this.worker !== worker)
        return
      this.worker = undefined
      this.asker?.reject(new LogUnavailableError('The thread that folds the past has ended; ask again.'))
    })
    worker.unref()
    return worker
  }

  private take(worker: Worker, message: PastMessage): void {
    switch (message.kind) {
      case 'call': return void this.answer(worker, message)
      case 'said': return this.parts.logger[message.level](message.context, message.message)
      case 'folded': return this.asker?.resolve(message)
      case 'lost': return this.asker?.reject(new PastLostError(message.gap, message.earliest))
      case 'failed': return this.asker?.reject(message.away ? new LogUnavailableError(message.message) : new Error(message.message))
    }
  }

  private async answer(worker: Worker, { call, method, args }: PastMessage & { kind: 'call' }): Promise<void> {
    const read = READS.find(each => each === method)
    try {
      if (!read)
        throw new Error(`${method} is not for reading`)
      const value = await (this.parts.log[read] as (...args: unknown[]) => Promise<unknown>)(...args)
      this.tell(worker, { kind: 'answer', call, value })
    }
    catch (error) {
      this.tell(worker, { kind: 'answer', call, failed: error instanceof Error ? error.message : String(error), away: error instanceof LogUnavailableError })
    }
  }

  private tell(worker: Worker, message: PastAsked): void {
    worker.postMessage(message)
  }
}

/** Beside this module: in the sources as TypeScript, which a thread has to be taught first; in a build above or beside the chunk that this module ended up in. */
function openWorker(options: WorkerOptions): Worker {
  const places = ['./pastWorker.ts', './pastWorker.js', '../pastWorker.js'].map(path => new URL(path, import.meta.url))
  const file = places.find(path => existsSync(path))!
  return file.pathname.endsWith('.ts')
    ? new Worker(`import('tsx/esm/api').then(tsx => { tsx.register(); return import(${JSON.stringify(file.href)}) })`, { ...options, eval: true, execArgv: [] })
    : new Worker(file, options)
}
