import { z } from 'zod'

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-10-01')

/** `calendar.json`: public holidays, make-up working days 调休 and the working hours of the district's offices. */
export const calendarFile = z.object({
  holidays: z.array(date),
  makeUpDays: z.array(date),
  workingDays: z.array(z.number().int().min(1).max(7)).default([1, 2, 3, 4, 5]),
  workingHours: z.array(z.object({ from: z.string().regex(/^\d{2}:\d{2}$/), to: z.string().regex(/^\d{2}:\d{2}$/) })).min(1),
})

export type Calendar = z.infer<typeof calendarFile>
