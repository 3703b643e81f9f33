import { incidentEvents } from '../families/incident/events.ts'
import { z } from 'zod'

/** Fields that many commands carry, as the events have them. */
export const { note } = incidentEvents['incident.accepted'].shape

export const neededNote = z.string().min(1).max(4000).describe('free text of the one who acts')

export const unit = z.string().min(1).max(80).describe('name of a unit, such as “南环街道综合执法队”')
