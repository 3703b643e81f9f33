import type { Family } from '../../kernel/Family.ts'
import type { GridStatusPart } from './GridStatusPart.ts'
import type { GridStatusSlice } from './GridStatusSlice.ts'
import type { gridStatusEvents } from './events.ts'
import { whyOutside } from '../../kernel/whyOutside.ts'
import { newest } from '../../words/newest.ts'
import { isWithin } from '../../words/regionCode.ts'
import { foldGridStatus } from './foldGridStatus.ts'
import { emptyGridStatusSlice } from './GridStatusSlice.ts'
import { readGridStatus } from './readGridStatus.ts'
import { screenStatus } from './screenStatus.ts'
import { writeGridStatus } from './writeGridStatus.ts'

/** The state of each grid: who is on duty, whether it is open, its risk, its people counted, its devices. */
export const gridStatusFamily: Family<'grid-status', 'gridStatus', GridStatusSlice, GridStatusPart, typeof gridStatusEvents> = {
  key: 'gridStatus',
  empty: ({ index }) => emptyGridStatusSlice(index),
  fold: foldGridStatus,
  write: writeGridStatus,
  read: readGridStatus,
  within: (records, region) => records.filter(({ grid }) => isWithin(grid, region)),
  redact: {
    desk: part => part,
    screen: (records, aliasOf) => records.map(status => screenStatus(status, aliasOf)),
  },
  screenSubject: subject => subject,
  // The subject is the grid; whether it is one of the district's the fold says.
  place: () => undefined,
  isOutside: (_type, subject, data, placer) => whyOutside(data, placer) ?? (placer.has(subject)
    ? undefined
    : { reason: 'outside-district', path: 'subject', message: 'The subject is the code of a grid of this district.' }),
  gridOf: (_ground, event) => event.subject,
  newestAt: statuses => newest(statuses, ({ dutyAt, modeAt, riskAt, counted }) => Math.max(dutyAt, modeAt, riskAt, counted?.at ?? 0)),
}
