import type { Commands } from '../commands/Commands.ts'
import type { Engine } from '../escalation/Engine.ts'
import type { Fanout } from '../fanout/Fanout.ts'
import type { Links } from '../fanout/Links.ts'
import type { Keeper } from '../projection/Keeper.ts'
import type { LossBook } from '../projection/LossBook.ts'
import type { Webhooks } from '../webhooks/Webhooks.ts'
import type { Door } from './door/Door.ts'
import type { RejectedWriter } from '../projection/rejectedWriter.ts'
import { RotatingFile } from '../RotatingFile.ts'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import { audience } from '../../shared/words/Audience.ts'

interface Parts {
  door: Door
  fanout: Fanout
  losses: LossBook
  links: Links
  keeper: Keeper
  rejected: RejectedWriter
  engine: Engine
  webhooks: Webhooks
  commands: Commands
}

/** Everything that `/metrics` tells. Most of it is counted where it happens and only read here. */
export class Metrics {
  private readonly registry = new Registry()
  private readonly ingest = new Counter({
    name: 'wangge_ingest_events_total',
    help: 'Events at the ways in, by what became of them',
    labelNames: ['way', 'outcome'],
    registers: [this.registry],
  })

  constructor({ door, fanout, losses, links, keeper, rejected, engine, webhooks, commands }: Parts) {
    const { projection, health } = fanout.parts
    const { counts } = fanout
    collectDefaultMetrics({ register: this.registry })
    this.gauge('wangge_log_up', 'Whether the log is reached', () => health.up ? 1 : 0)
    this.gauge('wangge_log_read_only', 'Whether the log refused the last write of anybody', () => health.unwritable ? 1 : 0)
    this.gauge('wangge_log_refused_writes_total', 'Writes that the log refused since this server started', () => health.refusals)
    this.gauge('wangge_log_losses_total', 'Times that the log went back, came back empty or was another one', () => losses.newest.length)
    this.gauge('wangge_log_losses_unsigned', 'Losses that nobody has signed for', () => losses.unsigned.length)
    this.gauge('wangge_log_missing_matters', 'Matters that were open before losses that nobody has signed for and are not known any more', () => losses.said?.missing ?? 0)
    this.gauge('wangge_log_unfit', 'Whether the home of the log may drop what it holds', () => health.unfit ? 1 : 0)
    this.gauge('wangge_clock_fault_ms', 'By how much a clock cannot be right; 0 where all agree', () => new Map(health.clock ? [[health.clock.fault, health.clock.ms]] : []), 'fault')
    this.gauge('wangge_lag_ms', 'How far the picture is behind the log', () => health.lagMs)
    this.gauge('wangge_ready', 'Whether the end of the log has been reached', () => projection.ready ? 1 : 0)
    this.gauge('wangge_entries_taken', 'Entries read since the last start of the fold', () => projection.taken)
    this.gauge('wangge_ring_bytes', 'Recent events kept for returning clients', () => fanout.ring.bytes)
    this.gauge('wangge_sockets', 'Live links by audience', () => byAudience(links), 'audience')
    this.gauge('wangge_frames_total', 'Frames made, each for a whole room', () => counts.frames)
    this.gauge('wangge_frames_sent_total', 'Frames handed to sockets', () => counts.sent)
    this.gauge('wangge_frame_bytes_total', 'About how many bytes of frames were handed to sockets', () => counts.bytes)
    this.gauge('wangge_resumes_total', 'Subscriptions by verdict', () => counts.verdicts, 'verdict')
    this.gauge('wangge_refused_total', 'Subscriptions refused', () => counts.refused, 'reason')
    this.gauge('wangge_closed_total', 'Links ended by the server', () => counts.closed, 'reason')
    this.gauge('wangge_door_turned_total', 'Requests and upgrades that were not let in, by status: 421 asked under a name that is not ours, 403 a page of another origin, 400 several Hosts', () => door.turned, 'status')
    this.gauge('wangge_rejected_total', 'Entries rejected by reason', () => projection.tally.rejected, 'reason')
    this.gauge('wangge_not_understood_total', 'Entries whose type is not known', () => projection.tally.notUnderstood, 'type')
    this.gauge('wangge_rejected_not_copied_total', 'Rejected entries that could not be copied', () => rejected.lost)
    this.gauge('wangge_escalations_total', 'Decisions of this server\'s engine by kind: escalated, warned, call-warned, call-passed, yellow, red, order', () => engine.counts, 'kind')
    this.gauge('wangge_engine_leads', 'Whether this server leads the engine', () => engine.leads ? 1 : 0)
    this.gauge('wangge_engine_waiting', 'Matters for which something will fall due', () => engine.waiting)
    this.gauge('wangge_webhooks_delivered_total', 'Events taken by each target since this server started', () => byTarget(webhooks, feed => feed.delivered), 'target')
    this.gauge('wangge_webhooks_failed_total', 'Attempts that failed, by target', () => byTarget(webhooks, feed => feed.failures), 'target')
    this.gauge('wangge_webhooks_dead_letters', 'Dead letters kept, by target', () => byTarget(webhooks, feed => feed.parts.dead.count), 'target')
    this.gauge('wangge_commands_total', 'Commands by what became of them: accepted, duplicate, or the reason of the refusal', () => commands.counts, 'outcome')
    this.gauge('wangge_log_lines_lost_total', 'Lines of this server\'s own files that the disk did not take', () => RotatingFile.lost)
    this.gauge('wangge_checkpoints_total', 'Checkpoints kept by this server', () => keeper.checkpoints)
  }

  ingested(way: string, outcome: string): void {
    this.ingest.inc({ way, outcome })
  }

  async read(): Promise<{ type: string; text: string }> {
    return { type: this.registry.contentType, text: await this.registry.metrics() }
  }

  private gauge(name: string, help: string, read: () => number | ReadonlyMap<string, number>, label?: string): void {
    new Gauge({
      name,
      help,
      labelNames: label ? [label] : [],
      registers: [this.registry],
      collect() {
        const value = read()
        this.reset()
        if (typeof value === 'number')
          this.set(value)
        else
          value.forEach((count, key) => this.set({ [label!]: key }, count))
      },
    })
  }
}

function byTarget({ feeds }: Webhooks, count: (feed: Webhooks['feeds'][number]) => number): Map<string, number> {
  return new Map(feeds.map(feed => [feed.parts.target.name, count(feed)]))
}

function byAudience({ sessions }: Links): Map<string, number> {
  const counts = new Map<string, number>(audience.options.map(name => [name, 0]))
  for (const { state } of sessions) {
    if (state.state === 'live')
      counts.set(state.room.scope.audience, counts.get(state.room.scope.audience)! + 1)
  }
  return counts
}
