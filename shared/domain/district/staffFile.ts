import { z } from 'zod'

/** A shift, in the district's time zone; `to` before `from` runs past midnight. `days`: 1 Monday … 7 Sunday. */
export const shift = z.object({
  days: z.array(z.number().int().min(1).max(7)).min(1),
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM'),
  to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM'),
})

export type Shift = z.infer<typeof shift>

/** The staff chain of a grid: grid leader 网格长, full-time worker 专职网格员, building head 楼栋长 or centre household 中心户, volunteer 志愿者. */
export const POSTS = ['gridLeader', 'gridWorker', 'buildingHead', 'centreHousehold', 'volunteer'] as const

export const staffMember = z.object({
  id: z.string().min(1).max(64).describe('opaque id of the person, such as S00042'),
  name: z.string().min(1).max(80).describe('personal: never leaves for a screen'),
  phone: z.string().max(40).optional().describe('personal'),
  post: z.enum(POSTS),
  grid: z.string().describe('grid code'),
  device: z.string().min(1).max(64).optional().describe('id that the tracker on the phone sends'),
  shifts: z.array(shift).default([]),
})

export type StaffMember = z.infer<typeof staffMember>

/** `staff.json`. */
export const staffFile = z.object({ staff: z.array(staffMember) })
