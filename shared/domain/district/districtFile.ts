import { z } from 'zod'
import { byStream } from '../../words/byStream.ts'
import { duration } from '../../words/time/timeSchemas.ts'
import { dutyRules } from '../duty/dutyRules.ts'
import { parsePlan } from '../rotationPlan.ts'
import { deskFacts } from './deskFacts.ts'
import { escalationRules } from './escalationRules.ts'
import { names } from './names.ts'

const cadence = z.object(byStream(() => duration)).describe('the longest silence of each stream that is still normal')

/** `district.json`: what a district is called, and how its picture is to be judged. */
export const districtFile = z.object({
  code: z.string().regex(/^\d{6}$/, 'a county-level code of 6 digits, such as 152921'),
  names,
  timeZone: z.string().describe('IANA zone, such as Asia/Shanghai')
    .refine(isTimeZone, 'an IANA time zone such as Asia/Shanghai'),
  demo: z.boolean().default(false).describe('people, households and matters are invented; every screen says so'),
  tracking: z.enum(['off', 'emergency', 'on-shift']).describe('when a worker’s position may be shown; an SOS always counts'),
  map: z.object({
    source: z.union([z.string().min(1), names]).describe('who made the map; one text, or one by language'),
    reviewNumber: z.string().optional().describe('审图号; absent: the map is marked schematic'),
    schematic: z.boolean(),
    inset: z.object({ names, regions: z.array(z.string()).min(1) }).optional().describe('the dense part drawn again, larger: its towns or communities'),
  }),
  cadence,
  oldest: z.object({ positions: duration.default('P7D'), rest: duration.default('P400D') }).prefault({})
    .describe('how long ago an event may have happened when it is told, patrols and all others; what is older comes from a wrong clock'),
  backfill: z.array(z.string().min(1).max(256)).default([]).describe('sources that tell the past: their events may be older'),
  visitInterval: z.object({ urban: duration, town: duration, pastoral: duration }).describe('the promised time between two visits of a grid, by its kind'),
  duty: dutyRules.prefault({}).describe('how the roster is read: grace at a change of shift, times of rest'),
  targets: z.object({ settledInGrid: z.number().min(0).max(1), settledInCommunity: z.number().min(0).max(1), onTimeClosure: z.number().min(0).max(1) })
    .describe('the shares that the district has set itself'),
  seats: z.array(z.object({
    id: z.string().min(1).max(64).optional().describe('id under which the seat acts; default seat-1, seat-2 …, in order'),
    name: names,
    telephone: z.string().optional(),
    role: z.enum(['dutyOfficer', 'dutyLead']).default('dutyOfficer').describe('duty officer 值班员 or duty lead 带班领导'),
  })).default([])
    .describe('seats of the duty shift with their extension; a wall names seats, never persons'),
  rules: escalationRules.prefault({}).describe('what the district has decided about returns, duplicates and upward reports'),
  desk: deskFacts.optional().describe('units, checklists and offices that the duty desk chooses from'),
  wall: z.object({
    plan: z.string().refine(text => parsePlan(text) !== undefined, 'steps such as overview@60,attention@90,152921402@20, at least 5 seconds each').optional()
      .describe('which scenes and regions take turns on a wall without anybody'),
    takeover: z.enum(['off', 'I', 'II']).optional().describe('from which severity on a new matter takes the wall over; default I'),
    turn: duration.optional().describe('how long it does; default PT1M'),
  }).optional(),
})

export type DistrictFile = z.infer<typeof districtFile>

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  }
  catch {
    return false
  }
}
