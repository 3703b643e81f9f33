import type { WalkReport } from './WalkReport.ts'
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { packageRoot } from '../../../config/packageRoot.ts'
import { programAt } from '../../../config/programAt.ts'

/** A page that leads nowhere can keep LMDB turning for ever. */
const SILENCE_MS = 120_000

/**
 * Walks through the log in a process of its own; never rejects for what is wrong with the log.
 * @param path the folder `log` of DATA_DIR
 */
export async function runWalk(path: string, renews: boolean): Promise<WalkReport> {
  const [command, ...args] = programAt(import.meta.url, 'server/log/embedded/walk/walkMain.ts', 'walk.js')
  const child = spawn(command!, [...args, resolve(path), renews ? 'renew' : ''], { cwd: packageRoot(import.meta.url), stdio: ['ignore', 'pipe', 'ignore'] })
  let last: WalkReport = { streams: [], faults: [], takenOver: false }
  let silent = false
  const watch = setTimeout(() => {
    silent = true
    child.kill('SIGKILL')
  }, SILENCE_MS)
  const ended = new Promise<string | undefined>((done) => {
    child.once('error', error => done(`nothing could walk through it (${error.message})`))
    child.once('close', (code, signal) => done(silent ? 'reading it does not come to an end' : signal ? `reading it ends in ${signal}` : code === 0 ? undefined : `reading it ends with ${code}`))
  })
  for await (const line of createInterface({ input: child.stdout })) {
    watch.refresh()
    last = JSON.parse(line) as WalkReport
  }
  const fault = await ended
  clearTimeout(watch)
  return fault === undefined ? last : { ...last, faults: [...last.faults, fault] }
}
