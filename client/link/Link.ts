import type { Frame } from '../../shared/protocol/frame.ts'
import type { RefetchReason } from '../../shared/protocol/refetch.ts'
import type { StateResource } from '../../shared/protocol/stateResource.ts'
import type { LoopName } from '../base/loops.ts'
import type { LinkReason } from './LinkReport.ts'
import type { LinkEvent, LinkState } from './linkState.ts'
import type { LinkSocket } from './socket.ts'
import type { LinkParts } from './LinkParts.ts'
import type { AnswerOf, Asked, MessageOf, Told } from './talk.ts'
import type { Stop } from '../base/Timers.ts'
import { FOLD_VERSION } from '../../shared/state/foldVersion.ts'
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts'
import { backoffMs } from '../../shared/words/time/backoffMs.ts'
import { LOOPS } from '../base/loops.ts'
import { CutError } from '../base/CutError.ts'
import { stateHref } from './fetchState.ts'
import { LinkStanding } from './LinkStanding.ts'
import { isLive, LINK_TABLE, TRAITS } from './linkState.ts'

/** A link that was live for this long begins its back-offs anew. */
const SETTLED_MS = 30_000

/** Drives the table: holds the one socket, the one fetch and the timers that the table's state asks for. */
export class Link {
  private state: LinkState = 'idle'
  private socket: LinkSocket | undefined
  private fetching: AbortController | undefined
  /** Ends the state: its limit, or its back-off. */
  private stopLimit: Stop = () => {}
  /** Puts off what the state does: the back-off of a fetch or a subscribe. */
  private stopDelay: Stop = () => {}
  private readonly rounds: Record<Exclude<LoopName, 'reload'>, number> = { reach: 0, gap: 0, refetch: 0 }
  private liveSince = 0
  private heardAt = 0
  private href: string
  private fold = FOLD_VERSION
  private readonly standing: LinkStanding
  /** What the server said just before it closed. */
  private closing: LinkReason | undefined

  constructor(private readonly parts: LinkParts) {
    this.href = stateHref(parts.scope)
    this.standing = new LinkStanding(parts)
  }

  /** @param reason why, where the event is a setback */
  send(event: LinkEvent, reason?: LinkReason): void {
    const from = this.state
    const to = LINK_TABLE[from][event]
    if (to === from)
      return
    this.state = to
    this.standing.because(reason)
    this.stopLimit()
    // A fetch that is put off stays put off from one fetching state to the next.
    if (!TRAITS[from].fetch || !TRAITS[to].fetch)
      this.stopDelay()
    this.follow(from, to)
  }

  /** After sleep or freeze: what was not heard for a while is taken as cut, without waiting for a timer. */
  wake(): void {
    this.parts.clock.forget()
    if (!TRAITS[this.state].socket || this.parts.timers.now() - this.heardAt >= TRAITS.live.limitMs)
      this.send('woke', 'slept')
  }

  /** Asks over a link that is live. @throws CutError where no answer came */
  async ask<N extends Asked>(name: N, message: MessageOf<N>): Promise<AnswerOf<N>> {
    if (!this.socket || !isLive(this.state))
      throw new CutError('the link is not live')
    return this.socket.ask(name, message)
  }

  /** @returns false where the link is not live; then it was not sent */
  tell<N extends Told>(name: N, message: MessageOf<N>): boolean {
    return isLive(this.state) && this.socket?.tell(name, message) === true
  }

  /** Opens, closes, fetches and waits as the new state's traits say. */
  private follow(from: LinkState, to: LinkState): void {
    const before = TRAITS[from]
    const after = TRAITS[to]
    if (isLive(from) && !isLive(to) && this.parts.timers.now() - this.liveSince >= SETTLED_MS)
      this.rounds.reach = this.rounds.gap = this.rounds.refetch = 0
    if (isLive(to) && !isLive(from))
      this.enterLive()
    if (to === 'live')
      this.standing.settled()
    if (!after.fetch)
      this.dropFetch()
    if (!after.socket)
      this.close()
    const waitMs = this.waitMs(from, to)
    this.standing.say(this.state, this.attempt(), waitMs)
    if (after.wait)
      this.stopLimit = this.parts.timers.after(waitMs, () => this.endWait())
    else
      this.limit(waitMs)
    if (after.fetch && !before.fetch)
      this.afterDelay(waitMs, () => this.fetch())
    if (after.socket && !before.socket)
      this.open()
    if (to === 'subscribing')
      this.afterDelay(waitMs, () => this.subscribe())
  }

  /** The back-off before what `to` does; 0 where it does it at once. */
  private waitMs(from: LinkState, to: LinkState): number {
    if (to === 'cut' || to === 'waiting')
      return this.nextRound('reach', 1)
    if (to === 'refetching')
      return this.nextRound('refetch', 0)
    if (to === 'subscribing' && (from === 'live' || from === 'silent'))
      return this.nextRound('gap', 0)
    return to === 'reloading' ? this.parts.reloader.next().waitMs : 0
  }

  /** Counts a round of a loop. A loop whose `first` round is 0 goes round once without waiting. */
  private nextRound(loop: keyof typeof this.rounds, first: 0 | 1): number {
    const round = this.rounds[loop]++ + first
    return round === 0 ? 0 : backoffMs(LOOPS[loop], round, this.parts.chance())
  }

  private endWait(): void {
    if (this.state !== 'reloading')
      return this.send('retry')
    this.parts.reloader.reload(this.standing.reason ?? 'other-fold')
    // Where the page could not be loaded anew, it is tried again.
    const { waitMs } = this.parts.reloader.next()
    this.standing.say(this.state, this.attempt(), waitMs)
    this.stopLimit = this.parts.timers.after(waitMs, () => this.endWait())
  }

  /** Starts the state's own limit, anew at each frame. */
  private limit(waitMs = 0): void {
    const { limitMs } = TRAITS[this.state]
    this.stopLimit()
    if (limitMs > 0)
      this.stopLimit = this.parts.timers.after(waitMs + limitMs, () => this.send('overdue', isLive(this.state) ? 'no-frames' : 'no-answer'))
  }

  private afterDelay(ms: number, run: () => void): void {
    if (ms === 0)
      run()
    else
      this.stopDelay = this.parts.timers.after(ms, run)
  }

  private open(): void {
    this.closing = undefined
    let opened = false
    const socket = this.parts.openSocket({
      opened: () => {
        opened = true
        this.standing.foreign = false
        this.send('opened')
      },
      lost: () => {
        this.send('lost', this.closing ?? (opened ? 'lost' : this.standing.foreign ? 'origin' : 'unreachable'))
        if (!opened)
          this.standing.askWhy()
      },
      garbled: () => this.send('gap', 'gap'),
      frame: frame => this.take(frame),
      resumed: () => this.send('resumed'),
      refetch: ({ because, href }) => this.refetch(because, href),
      refused: ({ reason }) => this.send(reason === 'other-protocol' ? 'otherFold' : 'refused', `refused-${reason}`),
      closing: ({ reason }) => { this.closing = reason },
      said: (kind, message) => this.parts.said?.(kind, message),
    })
    this.socket = socket
  }

  private close(): void {
    this.socket?.close()
    this.socket = undefined
  }

  private subscribe(): void {
    const cursor = this.parts.target.cursor()
    this.socket?.subscribe({ protocol: PROTOCOL_VERSION, scope: this.parts.scope, fold: this.fold, ...(cursor && { cursor }) })
  }

  private refetch(because: RefetchReason, href: string): void {
    this.href = href
    this.send(because === 'other-fold' ? 'otherFold' : 'refetch', because)
  }

  private fetch(): void {
    const own = this.fetching = new AbortController()
    // A state that cannot be read is as good as none.
    this.parts.fetchState(this.href, own.signal)
      .then(resource => own.signal.aborted || this.takeState(resource))
      .catch(() => own.signal.aborted || this.send('fetchFailed', 'state-failed'))
  }

  private dropFetch(): void {
    this.fetching?.abort()
    this.fetching = undefined
  }

  private takeState(resource: StateResource): void {
    this.href = stateHref(this.parts.scope)
    this.parts.clock.hear(resource.at)
    const outcome = this.parts.target.applyState(resource)
    if (outcome === 'other-fold')
      return this.send('otherFold', 'other-fold')
    this.fold = resource.fold
    this.parts.report.compared(outcome === 'applied')
    if (outcome === 'applied')
      this.parts.report.fetched(resource.at)
    // A state that disagrees with its own digest is as good as none.
    this.send(outcome === 'applied' ? 'fetched' : 'fetchFailed', outcome === 'applied' ? undefined : 'digest')
  }

  private take(frame: Frame): void {
    if (!isLive(this.state))
      return
    this.heardAt = this.parts.timers.now()
    this.parts.clock.hear(frame.at)
    const outcome = this.parts.target.applyFrame(frame)
    if (outcome === 'gap')
      return this.send('gap', 'gap')
    if (frame.digest !== undefined)
      this.parts.report.compared(outcome === 'applied')
    this.parts.report.heard(frame)
    if (outcome === 'digest-differs')
      return this.send('differs', 'digest')
    this.limit()
    this.send('applied')
  }

  private enterLive(): void {
    const now = this.parts.timers.now()
    this.liveSince = now
    this.heardAt = now
  }

  private attempt(): number {
    switch (this.state) {
      case 'live':
      case 'idle':
      case 'stopped': return 0
      case 'refetching': return this.rounds.refetch
      case 'reloading': return this.parts.reloader.next().round
      default: return this.rounds.reach
    }
  }
}
