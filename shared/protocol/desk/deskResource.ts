import { z } from 'zod'
import { names } from '../../domain/district/names.ts'
import { staffMember } from '../../domain/district/staffFile.ts'
import { category } from '../../words/category/category.ts'
import { role } from '../../words/role.ts'

const seat = z.object({ id: z.string(), name: names, role, telephone: z.string().optional() })

const checklistItem = z.object({ id: z.string(), names })

/** Answer of `GET /api/v1/desk?audience=desk` (N1): who may act, and what the district has given its desk. Never for a screen. */
export const deskResource = z.object({
  version: z.string().describe('of the data set'),
  seats: z.array(seat),
  staff: z.array(staffMember).describe('their telephones masked'),
  units: z.array(z.object({ unit: z.string(), region: z.string() })).describe('units that matters are sent to, as matters carry them, each with its region: the banner for a department'),
  checklists: z.partialRecord(category, z.array(checklistItem)).describe('what is gone through for a matter of each category; `id` is the item of a tick'),
  reportTo: z.array(z.string()).describe('whom upward reports go to'),
}).meta({ id: 'DeskResource' })

export type DeskResource = z.infer<typeof deskResource>
