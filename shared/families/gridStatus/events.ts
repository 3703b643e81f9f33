import { z } from 'zod'
import { POSTS } from '../../words/post.ts'
import { classed } from '../../events/fieldClass.ts'

const count = z.number().int().min(0).max(1_000_000)
const worker = classed(z.string().min(1).max(64), 'internal', 'staff id', 'alias')
const note = classed(z.string().max(4000).optional(), 'personal', 'free text')

/** Events of the stream `grid-status`; the subject is the grid's code. */
export const gridStatusEvents = {
  'grid-status.duty.on': z.looseObject({ worker, post: classed(z.enum(POSTS), 'public', 'post in the staff chain') }),
  'grid-status.duty.off': z.looseObject({ worker }),
  'grid-status.population.counted': z.looseObject({
    households: classed(count, 'public', 'households of the grid'),
    residents: classed(count, 'public', 'people who live in the grid'),
    special: classed(z.record(z.string().max(40), count).optional(), 'internal', 'special groups 特殊人群, as counts only; a screen gets elderly-alone, severe-disability and children-left-behind, none below five', 'withheld'),
  }),
  'grid-status.risk.changed': z.looseObject({ risk: classed(z.enum(['low', 'medium', 'high']), 'public', 'risk level of the grid'), note }),
  'grid-status.grid.opened': z.looseObject({ note }),
  'grid-status.grid.controlled': z.looseObject({ note }),
  'grid-status.grid.closed': z.looseObject({ note }),
  'grid-status.device.health': z.looseObject({
    device: classed(z.string().min(1).max(64), 'internal', 'id of the device', 'alias'),
    health: classed(z.enum(['ok', 'low-battery', 'offline']), 'public', 'state of the device'),
    battery: classed(z.number().min(0).max(100).optional(), 'internal', 'percent'),
  }),
} as const
