import { z } from 'zod'
import { names } from './names.ts'
import { shift } from './staffFile.ts'

/**
 * A link of the organisation chain: subdistrict working committee 街道党工委 → community Party committee 社区党委 →
 * Party branch 党支部 → Party-member building head 党员楼栋长 (in pasture the Party-member centre household 党员中心户).
 */
export const organisation = z.object({
  id: z.string().min(1),
  kind: z.enum(['workingCommittee', 'communityCommittee', 'partyBranch', 'partyGroup']),
  names,
  parent: z.string().optional().describe('id of the organisation above; absent at the top'),
  region: z.string().describe('region or grid it answers for'),
  shifts: z.array(shift).optional().describe('when somebody is on duty there; absent: always'),
})

export type Organisation = z.infer<typeof organisation>

/** `organisations.json`. */
export const organisationsFile = z.object({ organisations: z.array(organisation) })
