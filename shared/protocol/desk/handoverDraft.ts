import { z } from 'zod'
import { STAGES } from '../../domain/stages.ts'
import { category, subcategory } from '../../words/category/category.ts'
import { level } from '../../words/level.ts'
import { severity } from '../../words/severity.ts'

/** Matters by id, gravest first, then the longest open; `count` says how many there are, of which at most {@link LISTED} are named. */
const matters = z.object({ count: z.number().int().min(0), matters: z.array(z.string()) }).meta({ id: 'HandoverMatters' })

/** So many of a list are named: all that a shift has in hand, and within what an entry of the log may hold. */
export const LISTED = 1000

/** Characters of a title that a line keeps. */
export const LINE_MOST = 60

/** U1: one matter as it stood when it was handed over, so that paper and screen show later what was signed. */
const line = z.object({
  id: z.string(),
  severity,
  category,
  subcategory: subcategory.optional(),
  title: z.string().optional().describe(`its first ${LINE_MOST} characters`),
  grid: z.string(),
  level,
  stage: z.enum(STAGES),
  holder: z.string().optional().describe('unit, or id of a seat or person, in whose hands it was'),
  due: z.number().optional().describe('when its next clock ended (M7), epoch ms'),
}).meta({ id: 'HandoverLine' })

/** Answer of `GET /api/v1/handover?audience=desk` (U1): what one shift hands to the next, since the handover before. Times are epoch ms. */
export const handoverDraft = z.object({
  since: z.number().describe('when the handover before was signed by both; 24 hours ago where there is none'),
  at: z.number(),
  open: matters,
  changed: matters.describe('something happened to it since'),
  unacknowledged: matters.describe('U2: nobody has signed for it, and it is of severity I or II or the limit for that has passed'),
  unowned: matters.describe('U2: accepted, but nobody holds it'),
  aged: matters.describe('open, and its limit has passed'),
  escalated: matters.describe('went up a level since'),
  reported: matters.describe('was reported upward since'),
  reportsDue: matters.default({ count: 0, matters: [] }).describe('U2: an upward report of it is past its time'),
  lines: z.array(line).default([]).describe('every matter that a list names, once; none in what was signed before there were lines'),
}).meta({ id: 'HandoverDraft' })

export type HandoverDraft = z.infer<typeof handoverDraft>
export type HandoverLine = z.infer<typeof line>
export type HandoverMatters = z.infer<typeof matters>
