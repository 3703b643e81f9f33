/**
 * Over what time an indicator counts: `now` this moment; `hour` the 60 minutes before it; `day` the running hour and the 23
 * before it; `dayAgainstBefore` the same, against the 24 before those; `today` local midnight until now, against the whole day
 * before; `todayByNow` against the day before until the same time; `yesterdayByNow` that alone; `sixHours` the running hour and
 * the 5 before it, against the same hours of two days before; `twoDays` 48 hours, as long as matters that ended are kept;
 * `threeDays` the running local day and the two before it.
 */
export const WINDOWS = ['now', 'hour', 'day', 'dayAgainstBefore', 'today', 'todayByNow', 'yesterdayByNow', 'sixHours', 'twoDays', 'threeDays'] as const

export type Window = (typeof WINDOWS)[number]
