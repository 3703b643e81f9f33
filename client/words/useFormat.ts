import type { DurationText } from './durationText.ts'
import { useDistrict } from '../base/district.ts'
import { ageText, durationText } from './durationText.ts'
import { hourMinute, hourMinuteSecond, localTime } from './localTime.ts'
import { useTexts } from './useTexts.ts'
import { say } from './say.ts'

const DAY_MS = 86_400_000

/** Numbers and times in the words of the screen's language and the hours of the district's zone. Moments are epoch ms. */
export function useFormat() {
  const texts = useTexts()
  const district = useDistrict()
  const zoneMs = () => district.district?.zoneMs ?? 0

  function said(text: DurationText): string {
    const { duration } = texts.value.common
    switch (text.key) {
      case 'minutesSeconds': return say(duration.minutesSeconds, text.named)
      case 'hoursMinutes': return say(duration.hoursMinutes, text.named)
      default: return say(duration[text.key], text.named)
    }
  }

  return {
    /** 58分, 1时52, 2日 */
    duration: (ms: number) => said(durationText(ms)),
    /** As `duration`, with seconds below ten minutes: 3分12秒 */
    age: (ms: number) => said(ageText(ms)),
    /** 84 毫秒 */
    ms: (ms: number) => say(texts.value.common.duration.ms, { n: Math.round(ms) }),
    /** 14:32 */
    time: (at: number) => hourMinute(at, zoneMs()),
    /** 14:32:07 */
    clock: (at: number) => hourMinuteSecond(at, zoneMs()),
    /** 11月24日; with its year where that is not the year of `now`. */
    date: (at: number, now: number) => {
      const { year, month, day } = localTime(at, zoneMs())
      return year === localTime(now, zoneMs()).year ? say(texts.value.common.date, { month, day }) : say(texts.value.common.dateOfYear, { year, month, day })
    },
    /** Whether two moments lie on one day. */
    isSameDay: (a: number, b: number) => Math.floor((a + zoneMs()) / DAY_MS) === Math.floor((b + zoneMs()) / DAY_MS),
    /** 星期二 */
    weekday: (at: number) => texts.value.common.weekday[localTime(at, zoneMs()).weekday as 1],
    /** I2: 0.847 → 84.7; absent where there is no denominator */
    share: (share: number | undefined) => share === undefined || !Number.isFinite(share) ? texts.value.common.absent : (share * 100).toFixed(1),
  }
}
