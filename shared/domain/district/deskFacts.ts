import { z } from 'zod'
import { category } from '../../words/category/category.ts'
import { checklistItem } from '../../words/checklistItem.ts'
import { names } from './names.ts'

const UNITS_MOST = 400
const ITEMS_MOST = 40
const REGION_UNITS_MOST = 20

const name = z.string().min(1).max(80)

/** `desk` of `district.json`: what the duty desk is given to choose from; all may be left out. */
export const deskFacts = z.object({
  units: z.array(name).max(UNITS_MOST).default([]).describe('units that matters are sent to or called to the place, such as 旗供热公司'),
  townUnits: z.array(name).max(REGION_UNITS_MOST).default([]).describe('units that each town, sumu and street has; a unit is named by both, such as 王府街道 + 司法所'),
  communityUnits: z.array(name).max(REGION_UNITS_MOST).default([]).describe('units that each community and gacha has, such as 综治工作站'),
  gridUnits: z.array(name).max(REGION_UNITS_MOST).default([]).describe('units that each grid has, such as 服务队'),
  checklists: z.partialRecord(category, z.array(z.object({ id: checklistItem, names })).max(ITEMS_MOST)).default({})
    .describe('what is gone through for a matter of each category'),
  reportTo: z.array(name).max(20).default([]).describe('offices that upward reports 值班信息报送 go to'),
})
