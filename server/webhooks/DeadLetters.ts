import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RotatingFile } from '../RotatingFile.ts'

const SHOWN = 20

/** An event that could not be delivered, without its data. */
export interface DeadLetter {
  at: string
  id: string
  type: string
  reason: string
  attempts: number
}

/** Events that a target did not take, whole, in a file of two bounded parts; the newest are shown. Opened when the first comes. */
export class DeadLetters {
  /** Newest last. */
  readonly newest: DeadLetter[] = []
  /** As many as the files hold. */
  count = 0
  private readonly path: string
  private file: RotatingFile | undefined

  constructor(dataDir: string, target: string, private readonly mostBytes?: number) {
    this.path = join(dataDir, 'webhooks', `${target}.dead.ndjson`)
    for (const line of [`${this.path}.1`, this.path].flatMap(linesOf)) {
      this.count++
      const { at, reason, attempts, event: { id, type } } = JSON.parse(line) as Omit<DeadLetter, 'id' | 'type'> & { event: { id: string; type: string } }
      this.show({ at, id, type, reason, attempts })
    }
  }

  /** False where the disk has no room for it: it was not kept. */
  add(event: Record<string, unknown>, { at, reason, attempts }: Pick<DeadLetter, 'at' | 'reason' | 'attempts'>): boolean {
    this.file ??= new RotatingFile(this.path, this.mostBytes)
    if (!this.file.write(`${JSON.stringify({ at, reason, attempts, event })}\n`))
      return false
    this.count++
    this.show({ at, id: String(event.id), type: String(event.type), reason, attempts })
    return true
  }

  private show(letter: DeadLetter): void {
    if (this.newest.push(letter) > SHOWN)
      this.newest.shift()
  }
}

/** Whole lines; a last one that was cut off is left out. */
function linesOf(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
}
