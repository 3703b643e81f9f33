import { z } from 'zod'
import { duration } from '../../words/time/timeSchemas.ts'
import { severity } from '../../words/severity.ts'
import { engineRules } from './engineRules.ts'

const reportUpward = z.object({
  severities: z.array(severity).default(['I', 'II']).describe('matters that are reported upward'),
  phone: duration.default('PT20M').describe('from the report of the matter until the first report 初报 by telephone'),
  writing: duration.default('PT40M').describe('from the report of the matter until the first report in writing'),
  followUp: duration.default('PT12H').describe('from one report to the next 续报, until the final one 终报'),
})

const duplicates = z.object({
  withinMetres: z.number().int().min(1).max(50_000).default(200).describe('matters of one category so near to each other …'),
  within: duration.default('P1D').describe('… and reported so near in time are proposed as one'),
})

/** `rules` of `district.json`: what the district has decided about return, duplicates and upward reports; all with defaults. */
export const escalationRules = z.object({
  returnCeiling: z.number().int().min(1).max(9).default(2).describe('at so many returns 退单 a matter goes up a level'),
  duplicates: duplicates.prefault({}),
  reportUpward: reportUpward.prefault({}),
  engine: engineRules.prefault({}),
})

export type EscalationRules = z.infer<typeof escalationRules>
