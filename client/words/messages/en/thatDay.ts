import type { Words } from '../../Messages.ts'
import type zh from '../zh/thatDay.ts'

export default {
  wall: {
    headline: { before: 'day before', onDuty: 'On duty then' },
    hours: { today: 'That day', sameTime: 'day before, same time', yesterday: 'day before', none: 'Nothing new that day yet' },
    categories: { sameTime: 'day before, same time', none: 'Nothing new that day yet' },
  },
} satisfies Words<typeof zh>
