import type { Calendar } from './district/calendarFile.ts'
import { isoWeekday } from '../words/time/isoWeekday.ts'

/** The public holidays that the State Council sets: three by the sun's calendar, four by the moon's or the season, each within its own weeks. */
export type Holiday = 'newYear' | 'springFestival' | 'tombSweeping' | 'labour' | 'dragonBoat' | 'midAutumn' | 'national'

const DAY_MS = 86_400_000

/** Holidays on which working time stood still between two moments (epoch ms), and for how many days that would else have been worked; in order. */
export function holidaysBetween(from: number, to: number, { holidays, workingDays }: Calendar, zoneMs: number): { holiday: Holiday; days: number }[] {
  const counted = new Map<Holiday, number>()
  const [first, last] = [from, to].map(ms => Math.floor((ms + zoneMs) / DAY_MS)) as [number, number]
  for (const date of [...holidays].sort()) {
    const day = Date.parse(date) / DAY_MS
    if (day < first || day > last || !workingDays.includes(isoWeekday(day)))
      continue
    const holiday = holidayOf(date)
    counted.set(holiday, (counted.get(holiday) ?? 0) + 1)
  }
  return [...counted].map(([holiday, days]) => ({ holiday, days }))
}

/** Which one a date belongs to. The Mid-Autumn Festival may meet the national days: then they are one leave, called by those. */
function holidayOf(date: string): Holiday {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))]
  switch (month) {
    case 1: return day <= 5 ? 'newYear' : 'springFestival'
    case 2:
    case 3: return 'springFestival'
    case 4: return day <= 10 ? 'tombSweeping' : 'labour'
    case 5: return day <= 15 ? 'labour' : 'dragonBoat'
    case 6:
    case 7: return 'dragonBoat'
    case 8:
    case 9: return 'midAutumn'
    case 10: return 'national'
    default: return 'newYear'
  }
}
