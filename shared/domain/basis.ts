import { z } from 'zod'
import { gridCode, regionCode } from '../words/codes.ts'
import { calendarFile } from './district/calendarFile.ts'
import { escalationRules } from './district/escalationRules.ts'
import { limit } from './district/limitsFile.ts'

/** The part of a district's data set that a fold depends on. It travels in every snapshot, so that a state can be folded on without asking for more. */
export const basis = z.object({
  code: z.string(),
  region: regionCode.describe('what of the district this is: its own code for the whole'),
  version: z.string().describe('hash of the data set; another one makes the fold start anew'),
  zoneMs: z.number().int().describe('offset of the district’s time zone from UTC in ms (standard time all year)'),
  grids: z.array(gridCode).describe('sorted; an index into it stands for the grid in every slice'),
  limits: z.array(limit),
  calendar: calendarFile,
  rules: escalationRules,
})

export type Basis = z.infer<typeof basis>
