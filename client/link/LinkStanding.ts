import type { LinkParts } from './LinkParts.ts'
import type { LinkReason, LinkStatus } from './LinkReport.ts'
import type { LinkState } from './linkState.ts'
import { isLive } from './linkState.ts'

/** What the screen is told of the link: its state and, after a setback, why. */
export class LinkStanding {
  /** Why the link is not live; the newest reason that was given. */
  reason: LinkReason | undefined
  /** The server took this page for another site's when the socket did not open. */
  foreign = false
  private asking = false
  private said: LinkStatus | undefined

  constructor(private readonly parts: Pick<LinkParts, 'clock' | 'report' | 'isForeign'>) {}

  because(reason: LinkReason | undefined): void {
    this.reason = reason ?? this.reason
  }

  settled(): void {
    this.reason = undefined
  }

  say(state: LinkState, attempt: number, waitMs: number): void {
    const { clock, report } = this.parts
    this.said = {
      state,
      since: clock.now(),
      attempt,
      nextAttemptAt: waitMs > 0 ? clock.now() + waitMs : undefined,
      reason: this.reason,
    }
    report.status(this.said)
  }

  /** A browser does not show why a handshake failed; the server says it to who asks, at most once an attempt. */
  askWhy(): void {
    if (this.asking)
      return
    this.asking = true
    void this.parts.isForeign().catch(() => false).then((foreign) => {
      this.asking = false
      this.foreign = foreign
      if (!foreign || !this.said || isLive(this.said.state) || this.reason !== 'unreachable')
        return
      this.reason = 'origin'
      this.parts.report.status(this.said = { ...this.said, reason: 'origin' })
    })
  }
}
