import { z } from 'zod'
import { STAGES } from '../../domain/stages.ts'
import { CATEGORIES, category, subcategory } from '../../words/category/category.ts'
import { gridCode, regionCode } from '../../words/codes.ts'
import { level } from '../../words/level.ts'
import { severity, SEVERITIES } from '../../words/severity.ts'
import { instant } from '../../words/time/timeSchemas.ts'

const MATTERS_A_PAGE = 50

const words = (description: string) => z.string().max(120).optional().describe(description)

/** Query of `GET /api/v1/incidents` (C28); each part narrows. */
export const mattersQuery = z.object({
  audience: z.literal('desk'),
  text: words('words in its number, title, description, place or kind, in any order'),
  number: words('part of its id'),
  place: words('words in its address, place, grid, community or town'),
  caller: words('telephone number or whole name of who called; it is compared under a key, and never kept'),
  from: instant.optional().describe('reported at or after this moment'),
  to: instant.optional().describe('reported before this moment'),
  stage: z.enum([...STAGES, 'ended', 'open']).optional(),
  category: z.enum(CATEGORIES).optional(),
  severity: z.enum(SEVERITIES).optional(),
  within: regionCode.optional().describe('region or grid'),
  before: z.string().regex(/^\d{1,16}-\d{1,20}$/).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(MATTERS_A_PAGE).default(20),
})

const matterRow = z.object({
  id: z.string(),
  grid: gridCode,
  category,
  subcategory: subcategory.optional(),
  severity,
  level,
  stage: z.enum(STAGES),
  title: z.string().optional(),
  address: z.string().optional(),
  building: z.string().optional().describe('id of the building that was chosen'),
  placeName: z.string().optional(),
  caller: z.object({ name: z.string().optional(), phone: z.string().optional() }).optional().describe('masked'),
  reportedAt: z.number(),
  endedAt: z.number().describe('0 while it is open'),
  satisfied: z.boolean().optional(),
  mergedInto: z.string().optional(),
  kept: z.boolean().describe('it is still in the state that every desk has; one that is not can be read, evaluated and reopened all the same'),
})

/** Answer of `GET /api/v1/incidents` (C28): newest first. */
export const mattersAnswer = z.object({
  matters: z.array(matterRow),
  next: z.string().optional().describe('`before` of the next page; absent on the last one'),
  since: z.number().describe('everything reported later is found, epoch ms; 0: all that log and archive know'),
}).meta({ id: 'Matters' })

export type MatterRow = z.infer<typeof matterRow>
export type MattersAnswer = z.infer<typeof mattersAnswer>
