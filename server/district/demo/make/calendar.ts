import type { Calendar } from '../../../../shared/domain/district/calendarFile.ts'

/**
 * Public holidays and make-up working days 调休 of 2026, and of 2027 the statutory days alone, because its make-up
 * days were not known when this was written. To be confirmed by the site each year against the official notice.
 */
export function calendar(): Calendar {
  return {
    holidays: [
      ...days('2026-01', 1, 3),
      ...days('2026-02', 15, 23),
      ...days('2026-04', 4, 6),
      ...days('2026-05', 1, 5),
      ...days('2026-06', 19, 21),
      ...days('2026-09', 25, 27),
      ...days('2026-10', 1, 7),
      ...days('2027-01', 1, 1),
      ...days('2027-02', 5, 8),
      ...days('2027-04', 5, 5),
      ...days('2027-05', 1, 2),
      ...days('2027-06', 9, 9),
      ...days('2027-09', 15, 15),
      ...days('2027-10', 1, 3),
    ],
    makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    workingDays: [1, 2, 3, 4, 5],
    workingHours: [{ from: '08:30', to: '12:00' }, { from: '14:30', to: '18:00' }],
  }
}

function days(month: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => `${month}-${String(from + i).padStart(2, '0')}`)
}
