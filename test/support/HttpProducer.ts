import type { Durability } from '../../server/log/EventLog.ts'
import type { TestServer } from './startTestServer.ts'
import { reportIncident } from './reportIncident.ts'

const EACH_MS = 15

interface Results {
  results?: { accepted: boolean; id: string; reached: Durability }[]
}

/** A program that reports matters by HTTP and never pauses; it notes what each answer said was reached. */
export class HttpProducer implements AsyncDisposable {
  /** By subject. */
  readonly answered = new Map<string, Durability>()
  private readonly timer: NodeJS.Timeout
  private readonly under = new Set<Promise<void>>()
  private tried = 0

  constructor(private server: Pick<TestServer, 'post'>, private readonly prefix: string) {
    this.timer = setInterval(() => this.turn(), EACH_MS)
  }

  /** Goes on at another server, or the same one that came back. */
  moveTo(server: Pick<TestServer, 'post'>): void {
    this.server = server
  }

  /** Ends, when everything that was tried is answered. */
  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.timer)
    await Promise.all(this.under)
  }

  private turn(): void {
    if (this.under.size > 200)
      return
    const subject = `${this.prefix}${this.tried++}`
    const posting = this.server.post(reportIncident(subject, {}, { source: 'test/chaos', id: subject }))
      .then(({ body }) => {
        const result = (body as Results).results?.[0]
        if (result?.accepted)
          this.answered.set(subject, result.reached)
      }, () => {})
      .finally(() => this.under.delete(posting))
    this.under.add(posting)
  }
}
