import type { Calendar } from '../../../shared/domain/district/calendarFile.ts'
import type { DistrictFault } from '../DistrictFault.ts'

const file = 'calendar.json'

/** No day both free and worked, no working hours that end before they begin. */
export function checkCalendar({ holidays, makeUpDays, workingHours }: Calendar): DistrictFault[] {
  return [
    ...makeUpDays.filter(day => holidays.includes(day)).map(day => `${day} is both a holiday and a make-up day`),
    ...workingHours.filter(({ from, to }) => from >= to).map(({ from, to }) => `working hours ${from} to ${to} end before they begin`),
  ].map(reason => ({ file, code: '-', reason }))
}
