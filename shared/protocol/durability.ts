import { z } from 'zod'

/** What had been reached when something was answered as kept; each holds what the ones before it do. */
export const durability = z.enum(['accepted', 'kill-not-power', 'durable', 'replicated']).describe('what had been reached when this was answered')
