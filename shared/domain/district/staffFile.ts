import { z } from 'zod'
import { POSTS } from '../../words/post.ts'

/** A shift, in the district's time zone; `to` before `from` runs past midnight. `days`: 1 Monday … 7 Sunday. */
export const shift = z.object({
  days: z.array(z.number().int().min(1).max(7)).min(1),
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM'),
  to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM'),
})

export type Shift = z.infer<typeof shift>


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
