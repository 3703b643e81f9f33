export interface WebhookLimits {
  /** Deliveries under way at a time, over all targets; within a target there is one, so that order is kept. */
  concurrent: number
  /** A receiver that has not answered by then has failed. */
  timeoutMs: number
  firstPauseMs: number
  longestPauseMs: number
  /** An event that is refused (4xx) so often is a dead letter. */
  refusals: number
  /** An event older than this, whose receiver cannot be reached, is a dead letter. */
  giveUpMs: number
  /** How often the cursor is kept while events go out. */
  keepEveryMs: number
}

export const WEBHOOK_LIMITS: WebhookLimits = {
  concurrent: 4,
  timeoutMs: 10_000,
  firstPauseMs: 1000,
  longestPauseMs: 60_000,
  refusals: 3,
  giveUpMs: 86_400_000,
  keepEveryMs: 1000,
}
